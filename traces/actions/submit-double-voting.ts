import * as fc from 'fast-check';
import type { VoteClaim } from '../../specs/claim.ts';
import type { SubmitDoubleVotingAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { present, rarely, someAccount, someConsumer, someEquivocator, someStartedConsumer } from '../draw/index.ts';
import { accountName, consumerName, keyName } from '../format/fields.ts';
import { accountKey, consensusKey } from '../setup/keys.ts';
import { startedConsumers } from '../view/index.ts';
import { bare, claimOfHeader } from '../world/relay.ts';
import type { World } from '../world/world.ts';

const TYPE = '/interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting';

/** How the evidence differs from two precommits for two blocks. The last two differences leave it valid. */
export const TWISTS = [
  'order',
  'same-block',
  'first-signature',
  'second-signature',
  'chain-id',
  'height',
  'round',
  'type',
  'validator',
  'signer',
  'no-height',
  'no-block',
  'prevotes',
] as const;

/** Another header in the evidence: the first of the consumer, the newest of the provider, a broken one, none. */
export const HEADERS = ['first', 'provider', 'broken', 'none'] as const;

type Twist = (typeof TWISTS)[number];

/** The hashes of the blocks that the votes are for. No real header has them. */
const [BLOCK_A, BLOCK_B] = ['aa'.repeat(32), 'bb'.repeat(32)] as const;

/** `interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting` (ADR-005). */
export const submitDoubleVoting: ActionKind<SubmitDoubleVotingAction> = {
  kind: 'submit-double-voting',
  title: 'SubmitDoubleVotingAction',
  describes:
    'An account submits evidence of double voting on a consumer to the provider (MsgSubmitConsumerDoubleVoting).',
  sends: [TYPE],
  fields: {
    consumer: { ...consumerName, description: 'The consumer whose blocks were voted on.' },
    key: { ...keyName, description: 'The consensus key that signed twice.' },
    back: {
      type: 'integer',
      minimum: 0,
      maximum: 1000,
      description: 'The height of the votes, in blocks before the newest one.',
    },
    by: { ...accountName, description: 'The account that submits it.' },
    twist: { enum: TWISTS, description: 'How the votes differ from two valid precommits.' },
    header: { enum: HEADERS, description: 'The header in the evidence, by default that of the height of the votes.' },
    to: { ...consumerName, description: 'The consumer that the message names, by default the one of the votes.' },
  },
  optional: ['twist', 'header', 'to'],
  weight: (world) => (startedConsumers(world).length > 0 ? 1.5 : 0),
  draw: (world) =>
    someStartedConsumer(world).chain((consumer) =>
      fc
        .record({
          kind: fc.constant('submit-double-voting' as const),
          consumer: fc.constant(consumer),
          key: someEquivocator(world, consumer),
          back: fc.integer({ min: 0, max: 12 }),
          by: someAccount(world),
          twist: rarely(60, fc.constantFrom(...TWISTS)),
          header: rarely(20, fc.constantFrom(...HEADERS)),
          to: rarely(10, someConsumer(world)),
        })
        .map(present),
    ),
  plan(world, action) {
    const message = doubleVoting(world, action);
    return message === undefined ? [] : queued(world, 'provider', txOf(action.by, message));
  },
};

function doubleVoting(
  world: World,
  { consumer, key, back, by, twist, header, to = consumer }: SubmitDoubleVotingAction,
) {
  const chain = world.chains.get(consumer);
  if (chain === undefined || chain.height === 0n) return undefined;
  const height = chain.height > BigInt(back) ? chain.height - BigInt(back) : 1n;
  const shown = header === 'provider' ? world.provider : chain;
  const at = header === 'provider' ? shown.height : header === 'first' ? 1n : height;
  const trusted = { revision_number: shown.revision, revision_height: 1n };
  const time = chain.headers[Number(height)]?.time ?? 0n;
  const vote: VoteClaim = {
    '@claim': 'vote',
    chain: consumer,
    type: 'precommit',
    height,
    round: 0,
    block: BLOCK_A,
    time,
    validator: consensusKey(key).address,
    signer: consensusKey(key).address,
    chain_id: chain.genesis.chainId,
    tampered: false,
  };
  const [vote_a, vote_b] = twisted(vote, { ...vote, block: BLOCK_B }, twist);
  return {
    '@type': TYPE,
    submitter: bech32('cosmos', accountKey(by).address),
    // Votes do not sign these three, so nothing may rely on them.
    duplicate_vote_evidence: { vote_a, vote_b, total_voting_power: 1n, validator_power: 1n, timestamp: time },
    infraction_block_header:
      header === 'none' ? null : bare(claimOfHeader(shown, at, trusted, header === 'broken' ? 'app-hash' : '')),
    consumer_id: world.consumerId(to),
  };
}

/** A key that every trace knows and that is no validator's own key. */
const STRANGER = 'k8';

function twisted(a: VoteClaim, b: VoteClaim, twist: Twist | undefined): readonly [VoteClaim, VoteClaim] {
  const stranger = consensusKey(STRANGER).address;
  switch (twist) {
    case undefined:
      return [a, b];
    case 'order':
      return [b, a];
    case 'same-block':
      return [a, a];
    case 'first-signature':
      return [{ ...a, tampered: true }, b];
    case 'second-signature':
      return [a, { ...b, tampered: true }];
    case 'chain-id':
      return [a, { ...b, chain_id: 'provider' }];
    case 'height':
      return [a, { ...b, height: b.height + 1n }];
    case 'round':
      return [a, { ...b, round: 1 }];
    case 'type':
      return [a, { ...b, type: 'prevote' }];
    case 'validator':
      return [a, { ...b, validator: stranger }];
    case 'signer':
      return [
        { ...a, signer: stranger },
        { ...b, signer: stranger },
      ];
    case 'no-height':
      return [
        { ...a, height: 0n },
        { ...b, height: 0n },
      ];
    case 'no-block':
      return [{ ...a, block: '' }, b];
    case 'prevotes':
      return [
        { ...a, type: 'prevote' },
        { ...b, type: 'prevote' },
      ];
    default:
      return twist satisfies never;
  }
}
