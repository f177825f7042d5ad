import * as fc from 'fast-check';
import type { Message, Tx } from '../../specs/block.ts';
import type { TamperAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { signerField } from '../../model/sdk/auth/signers.ts';
import type { ActionKind } from '../action.ts';
import { someAccount, someChain } from '../draw.ts';
import { accountName, chainName } from '../fields.ts';
import { accountKey, prefixOf } from '../keys.ts';
import type { World } from '../world/world.ts';

/** The transaction that waits last gets another signer, or its messages name a signer or a consumer that is none. */
export const tamper: ActionKind<TamperAction> = {
  kind: 'tamper',
  title: 'TamperAction',
  describes:
    'The transaction that waits last on a chain is not what it was: somebody else signs it, or nobody could, or it is malformed.',
  fields: {
    chain: chainName,
    by: accountName,
    how: {
      enum: ['signature', 'sender', 'nobody', 'consumer'],
      description:
        'The account signs it without being named in it; the account signs it and is named in it; nobody is named in ' +
        'it; or the consumer that it is about has no number.',
    },
  },
  weight: (world) => (waits(world) ? 1.2 : 0),
  draw: (world) =>
    fc.record({
      kind: fc.constant('tamper' as const),
      chain: someChain(world),
      by: someAccount(world),
      how: fc.constantFrom<TamperAction['how']>('signature', 'sender', 'sender', 'nobody', 'consumer'),
    }),
  plan(world, { chain, by, how }) {
    const waiting = world.chains.get(chain)?.waiting;
    const tx = waiting?.pop();
    if (tx === undefined) return [];
    waiting?.push(tampered(tx, chain, by, how));
    return [];
  },
};

function waits(world: World): boolean {
  return [...world.chains.values()].some(({ waiting }) => waiting.length > 0);
}

function tampered(tx: Tx, chain: string, by: string, how: TamperAction['how']): Tx {
  const { address, publicKey } = accountKey(by);
  const signed = { ...tx, signer: address, publicKey: publicKey.toString('hex') };
  if (how === 'signature') return signed;
  if (how === 'consumer') return { ...tx, messages: tx.messages.map(aboutNoConsumer) };
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
