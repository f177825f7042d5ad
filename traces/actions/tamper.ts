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

/** Changes the last waiting transaction: another signer, or messages that name an invalid signer or consumer. */
export const tamper: ActionKind<TamperAction> = {
  kind: 'tamper',
  title: 'TamperAction',
  describes:
    'Changes the last waiting transaction of a chain: another account signs it, its signer is invalid, or it is malformed.',
  sends: [],
  fields: {
    chain: chainName,
    by: accountName,
    how: {
      enum: ['signature', 'sender', 'nobody', 'consumer', 'chain-id'],
      description:
        'signature: the account signs it, but its messages name the old signer. sender: the account signs it and its ' +
        'messages name the account. nobody: its messages name no valid signer. consumer: its consumer id is not a ' +
        'number. chain-id: it also fills the deprecated field for the chain id.',
    },
  },
  // Prefer the messages of Interchain Security: the suite is for them.
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

/** The chains whose last waiting transaction has such a message. */
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

/** Replaces the consumer id, if the message has one, by text that is not a number. */
function aboutNoConsumer(message: Message): Message {
  return 'consumer_id' in message ? { ...message, consumer_id: 'none' } : message;
}

/** Fills the deprecated field for the chain id in the messages of a validator about a consumer (ADR-019). */
function withChainId(message: Message): Message {
  return 'provider_addr' in message ? { ...message, chain_id: 'c0-1' } : message;
}
