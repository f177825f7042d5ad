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

/** The transaction that waits last gets another signer, or its messages name one who is none. */
export const tamper: ActionKind<TamperAction> = {
  kind: 'tamper',
  title: 'TamperAction',
  describes: 'The transaction that waits last on a chain is not what it was: somebody else signs it, or nobody could.',
  fields: {
    chain: chainName,
    by: accountName,
    how: {
      enum: ['signature', 'sender', 'nobody'],
      description:
        'The account signs it without being named in it; the account signs it and is named in it; nobody is named in it.',
    },
  },
  weight: (world) => (waits(world) ? 1.2 : 0),
  draw: (world) =>
    fc.record({
      kind: fc.constant('tamper' as const),
      chain: someChain(world),
      by: someAccount(world),
      how: fc.constantFrom('signature' as const, 'sender' as const, 'sender' as const, 'nobody' as const),
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
  const name = (message: Message): Message => {
    const { field, suffix } = signerField(message['@type']);
    return { ...message, [field]: how === 'nobody' ? 'nobody' : bech32(`${prefixOf(chain)}${suffix}`, address) };
  };
  return { ...(how === 'sender' ? signed : tx), messages: tx.messages.map(name) };
}
