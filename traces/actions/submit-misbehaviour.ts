import * as fc from 'fast-check';
import type { Message } from '../../specs/block.ts';
import type { HeaderClaim, MisbehaviourClaim } from '../../specs/claim.ts';
import type { SubmitMisbehaviourAction } from '../../specs/generated/trace.ts';
import { SECOND } from '../../specs/value.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { present, rarely, someAccount, someColluding, someConsumer, someStartedConsumer } from '../draw/index.ts';
import { accountName, consumerName, keyName } from '../format/fields.ts';
import { accountKey, consensusKey } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { consumerSigners, startedConsumers } from '../view/index.ts';
import { linkOf, type End } from '../world/consumers.ts';
import { knownHeights } from '../world/ibc.ts';
import { bare, claimOfHeader } from '../world/relay.ts';
import type { World } from '../world/world.ts';

/** The light client attacks that CometBFT distinguishes, and headers whose time decreases (ICS-07). */
const ATTACKS = ['lunatic', 'equivocation', 'amnesia', 'time'] as const;

/** What is wrong with the evidence of an attack. */
const TWISTS = [
  'same-block',
  'order',
  'client',
  'chain',
  'chains',
  'signature',
  'app-hash',
  'trusted-validators',
  'trusted-height',
] as const;

const [OTHER_APP, OTHER_DATA] = ['ee'.repeat(32), 'dd'.repeat(32)] as const;
const NO_CLIENT = '07-tendermint-404';

/** `MsgSubmitConsumerMisbehaviour` (ADR-005), or `MsgUpdateClient` and `MsgSubmitMisbehaviour` of ICS-02. */
export const submitMisbehaviour: ActionKind<SubmitMisbehaviourAction> = {
  kind: 'submit-misbehaviour',
  title: 'SubmitMisbehaviourAction',
  describes:
    'An account submits two conflicting headers of the counterparty to the provider module, or to a client alone ' +
    '(MsgSubmitConsumerMisbehaviour, MsgUpdateClient, MsgSubmitMisbehaviour).',
  sends: [
    '/ibc.core.client.v1.MsgSubmitMisbehaviour',
    '/ibc.core.client.v1.MsgUpdateClient',
    '/interchain_security.ccv.provider.v1.MsgSubmitConsumerMisbehaviour',
  ],
  fields: {
    consumer: { ...consumerName, description: 'The consumer whose headers they are.' },
    back: {
      type: 'integer',
      minimum: 0,
      maximum: 1000,
      description: 'The height of the headers, in blocks before the newest one.',
    },
    attack: { enum: ATTACKS, description: 'How the second header differs from the real one.' },
    by: { ...accountName, description: 'The account that submits it.' },
    colluding: {
      type: 'array',
      items: keyName,
      maxItems: 100,
      description: 'Who signs the second header; in a lunatic attack, its whole validator set. By default all.',
    },
    nil: {
      type: 'array',
      items: keyName,
      maxItems: 100,
      description: 'Whose precommit in the second header is nil; by default nobody.',
    },
    trusted: {
      type: 'integer',
      minimum: 0,
      maximum: 1000,
      description: 'How many trusted heights to skip, counted down from the highest one below the headers.',
    },
    twist: { enum: TWISTS, description: 'What is wrong with the evidence.' },
    on: {
      enum: ['consumer'],
      description: 'Submit headers of the provider to the client on the consumer; only that client may freeze.',
    },
    to: { ...consumerName, description: 'The consumer that the message names, by default the same.' },
    freeze: {
      enum: ['update', 'submit'],
      description: 'Submit it to the client of the consumer only, with either of the two messages; the client freezes.',
    },
  },
  optional: ['colluding', 'nil', 'trusted', 'twist', 'on', 'to', 'freeze'],
  weight: (world) => (startedConsumers(world).length > 0 ? 1 : 0),
  draw: (world) =>
    someStartedConsumer(world).chain((consumer) =>
      fc
        .constantFrom(...ATTACKS)
        .chain((attack) =>
          fc.record({
            kind: fc.constant('submit-misbehaviour' as const),
            consumer: fc.constant(consumer),
            back: fc.integer({ min: 0, max: 6 }),
            attack: fc.constant(attack),
            by: someAccount(world),
            colluding: someColluding(world, consumer, attack === 'lunatic'),
            nil: isLifted(world, 'nil-votes-in-evidence')
              ? rarely(40, someNil(world, consumer))
              : fc.constant(undefined),
            trusted: rarely(30, fc.integer({ min: 1, max: 4 })),
            twist: rarely(40, fc.constantFrom(...TWISTS)),
            on: rarely(3, fc.constant('consumer' as const)),
            to: rarely(5, someConsumer(world)),
            freeze: rarely(10, fc.constantFrom('update' as const, 'submit' as const)),
          }),
        )
        .map(present),
    ),
  plan(world, action) {
    const link = linkOf(world, action.consumer);
    if (link === undefined) return [];
    const [from, to] = action.on === 'consumer' ? [link.provider, link.consumer] : [link.consumer, link.provider];
    if (from.chain.height === 0n) return [];
    return queued(world, to.chain.name, txOf(action.by, messageOf(world, from, to, action)));
  },
};

/** Any of the signers of a consumer. */
function someNil(world: World, consumer: string): fc.Arbitrary<string[]> {
  return fc.subarray(consumerSigners(world, consumer).map(({ key }) => key));
}

/** The message that submits headers of one end of a link to the other. */
function messageOf(world: World, from: End, to: End, action: SubmitMisbehaviourAction): Message {
  const { consumer, by, on, twist } = action;
  const misbehaviour = misbehaviourOf(from, to, action);
  const signer = bech32(to.chain.model.program.bech32Prefix, accountKey(by).address);
  const client_id = twist === 'client' ? NO_CLIENT : to.client;
  // Only the provider punishes.
  const freeze = action.freeze ?? (on === 'consumer' ? 'update' : undefined);
  const packed = { '@type': '/ibc.lightclients.tendermint.v1.Misbehaviour', ...misbehaviour } as const;
  switch (freeze) {
    case undefined:
      return {
        '@type': '/interchain_security.ccv.provider.v1.MsgSubmitConsumerMisbehaviour',
        submitter: signer,
        misbehaviour,
        consumer_id: world.consumerId(action.to ?? consumer),
      };
    case 'update':
      return { '@type': '/ibc.core.client.v1.MsgUpdateClient', client_id, client_message: packed, signer };
    case 'submit':
      return { '@type': '/ibc.core.client.v1.MsgSubmitMisbehaviour', client_id, misbehaviour: packed, signer };
    default:
      return freeze satisfies never;
  }
}

function misbehaviourOf(from: End, to: End, action: SubmitMisbehaviourAction): MisbehaviourClaim {
  const { attack, back, trusted = 0, twist, colluding, nil = [] } = action;
  const shown = twist === 'chain' ? to.chain : from.chain;
  const height = shown.height > BigInt(back) ? shown.height - BigInt(back) : 1n;
  const lower = attack === 'time' ? height - 1n : height;
  const known = knownHeights(to.chain.model.state, to.client).filter((at) => at < lower);
  const at = twist === 'trusted-height' ? height : (known[Math.min(trusted, known.length - 1)] ?? 1n);
  const trust = { revision_number: shown.revision, revision_height: at };
  const tampered = twist === 'signature' || twist === 'app-hash' || twist === 'trusted-validators' ? twist : '';
  const real = bare(claimOfHeader(shown, height, trust, tampered));
  const forged = forge(real, attack, colluding, nil);
  const second = attack === 'time' && height > 1n ? bare(claimOfHeader(shown, height - 1n, trust)) : real;
  const [header_1, header_2] = pairOf(twist, forged, attack === 'time' ? { ...second, tampered } : second, to);
  return { client_id: twist === 'client' ? NO_CLIENT : to.client, header_1, header_2 };
}

function pairOf(
  twist: SubmitMisbehaviourAction['twist'],
  forged: HeaderClaim,
  real: HeaderClaim,
  to: End,
): readonly [HeaderClaim, HeaderClaim] {
  if (twist === 'same-block') return [real, real];
  if (twist === 'order') return [real, forged];
  if (twist !== 'chains') return [forged, real];
  return [forged, bare(claimOfHeader(to.chain, to.chain.height, real.trusted_height))];
}

/** A forged header that replaces the real one. */
function forge(
  real: HeaderClaim,
  attack: SubmitMisbehaviourAction['attack'],
  colluding: readonly string[] | undefined,
  nil: readonly string[],
): HeaderClaim {
  const addresses = new Set(colluding?.map((name) => consensusKey(name).address));
  const named = real.validators.filter(({ address }) => addresses.has(address));
  const signers = colluding === undefined ? real.validators : named;
  const signed = signers.map(({ address }) => address);
  const without = new Set(nil.map((name) => consensusKey(name).address).filter((address) => !signed.includes(address)));
  const abstaining = real.validators.filter(({ address }) => without.has(address));
  const own = real.validators.filter((one) => signers.includes(one) || abstaining.includes(one));
  const noBlock = abstaining.length > 0 && { nil: abstaining.map(({ address }) => address) };
  switch (attack) {
    case 'lunatic':
      return {
        ...real,
        app_hash: OTHER_APP,
        validators: own,
        signed,
        variant: { data_hash: '', round: 0, ...noBlock },
      };
    case 'equivocation':
      return { ...real, signed, variant: { data_hash: OTHER_DATA, round: 0, ...noBlock } };
    case 'amnesia':
      return { ...real, signed, variant: { data_hash: OTHER_DATA, round: 1, ...noBlock } };
    case 'time':
      return { ...real, time: real.time - 3600n * SECOND, signed, variant: { data_hash: '', round: 0, ...noBlock } };
    default:
      return attack satisfies never;
  }
}
