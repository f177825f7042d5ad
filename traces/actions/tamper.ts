import * as fc from 'fast-check';
import type { Message, Tx } from '../../specs/block.ts';
import type { TamperAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { signerField } from '../../model/sdk/auth/signers.ts';
import type { ActionKind } from './action.ts';
import { someAccount, someChain } from '../draw/index.ts';
import { accountName, chainName } from '../format/fields.ts';
import { accountKey, prefixOf } from '../setup/keys.ts';
import type { World } from '../world/world.ts';

/** The transaction that waits last gets another signer, or its messages name a signer or a consumer that is none. */
export const tamper: ActionKind<TamperAction> = {
  kind: 'tamper',
  title: 'TamperAction',
  describes:
    'The transaction that waits last on a chain is not what it was: somebody else signs it, or nobody could, or it is malformed.',
  sends: [],
  fields: {
    chain: chainName,
    by: accountName,
    how: {
      enum: ['signature', 'sender', 'nobody', 'consumer', 'chain-id'],
      description:
        'The account signs it without being named in it; the account signs it and is named in it; nobody is named in ' +
        'it; the consumer that it is about has no number; or it names that consumer by its chain id too, as was done ' +
        'once.',
    },
  },
  // The messages of Interchain Security itself are what the suite is for.
  weight: (world) => (waiting(world, isCcv).length > 0 ? 8 : waiting(world).length > 0 ? 1.2 : 0),
  draw: (world) =>
    fc.record({
      kind: fc.constant('tamper' as const),
      chain: someWaiting(world),
      by: someAccount(world),
      how: fc.constantFrom<TamperAction['how']>('signature', 'sender', 'sender', 'nobody', 'consumer', 'chain-id'),
    }),
  plan(world, { chain, by, how }) {
    world.chains.get(chain)?.mempool.replaceLast((tx) => tampered(tx, chain, by, how));
    return [];
  },
};

/** The chains on which a transaction waits, as far as the last one holds such a message. */
function waiting(world: World, holds: (message: Message) => boolean = () => true): readonly string[] {
  return [...world.chains].flatMap(([name, { mempool }]) =>
    mempool.waiting.at(-1)?.messages.some(holds) ? [name] : [],
  );
}

function someWaiting(world: World): fc.Arbitrary<string> {
  const names = waiting(world);
  return names.length === 0 ? someChain(world) : fc.constantFrom(...names);
}

function isCcv(message: Message): boolean {
  return message['@type'].startsWith('/interchain_security.');
}

function tampered(tx: Tx, chain: string, by: string, how: TamperAction['how']): Tx {
  const { address, publicKey } = accountKey(by);
  const signed = { ...tx, signer: address, publicKey: publicKey.toString('hex') };
  if (how === 'signature') return signed;
  if (how === 'consumer') return { ...tx, messages: tx.messages.map(aboutNoConsumer) };
  if (how === 'chain-id') return { ...tx, messages: tx.messages.map(withChainId) };
  const name = (message: Message): Message => {
    const { field, suffix } = signerField(message['@type']);
    return { ...message, [field]: how === 'nobody' ? 'nobody' : bech32(`${prefixOf(chain)}${suffix}`, address) };
  };
  return { ...(how === 'sender' ? signed : tx), messages: tx.messages.map(name) };
}

/** The id of a consumer is a number; messages that are about none stay as they are. */
function aboutNoConsumer(message: Message): Message {
  return 'consumer_id' in message ? { ...message, consumer_id: 'none' } : message;
}

/** What an operator says of a consumer has a place for its chain id, which is deprecated (ADR-019). */
function withChainId(message: Message): Message {
  return 'provider_addr' in message ? { ...message, chain_id: 'c0-1' } : message;
}
