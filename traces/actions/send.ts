import * as fc from 'fast-check';
import type { Tx } from '../../specs/block.ts';
import type { SendAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { paying, queued, txOf, type ActionKind } from './action.ts';
import { present, rarely, someAccount, someAmount, someChain, someFee, someReceiver } from '../draw/index.ts';
import { accountName, amount, chainName, coins, denom, transferReceiver } from '../format/fields.ts';
import { accountKey, prefixOf } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { receiverAddress } from '../messages/transfer-receiver.ts';
import type { World } from '../world/world.ts';

const TYPE = '/cosmos.bank.v1beta1.MsgSend';

const WRONG = ['account-number', 'memo', 'late', 'bytes'] as const;

/** `cosmos.bank.v1beta1.MsgSend`. The chain creates the account of a receiver that has none. */
export const send: ActionKind<SendAction> = {
  kind: 'send',
  title: 'SendAction',
  describes: 'An account sends coins to another on the same chain (MsgSend).',
  sends: [TYPE],
  fields: {
    chain: chainName,
    by: accountName,
    to: transferReceiver,
    amount,
    denom,
    fee: coins,
    sequence: {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000,
      description: 'The sequence to sign, by default the one that the chain expects.',
    },
    wrong: {
      enum: [...WRONG],
      description:
        'What is wrong with the transaction: the account number, the length of the memo, the timeout height, or the encoding.',
    },
  },
  optional: ['denom', 'fee', 'sequence', 'wrong'],
  weight: () => 4,
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('send' as const),
        chain: someChain(world),
        by: someAccount(world),
        to: isLifted(world, 'coins-for-modules') ? someReceiverOrPool(world) : someReceiver(world),
        amount: someAmount(world),
        denom: rarely(5, fc.constant('nothing')),
        fee: someFee(world),
        sequence: rarely(10, fc.integer({ min: 0, max: 30 })),
        wrong: rarely(10, fc.constantFrom(...WRONG)),
      })
      .map(present),
  plan(world, { chain, by, to, amount, denom = BOND_DENOM, fee, sequence, wrong }) {
    const prefix = prefixOf(chain);
    const tx = txOf(by, {
      '@type': TYPE,
      from_address: bech32(prefix, accountKey(by).address),
      to_address: receiverAddress(chain === 'provider' ? 'provider' : 'consumer', to),
      amount: [{ denom, amount: BigInt(amount) }],
    });
    const paid = paying(tx, fee);
    const signed = sequence === undefined ? paid : { ...paid, sequence: BigInt(sequence) };
    return queued(world, chain, wrong === undefined ? signed : malformed(signed, wrong));
  },
};

/** A usual receiver, or the account that rewards pass through. */
function someReceiverOrPool(world: World): fc.Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: someReceiver(world) }, { weight: 2, arbitrary: fc.constant('pool') });
}

/** Longer than the SDK allows by default. */
const LONG_MEMO = 'm'.repeat(257);

function malformed(tx: Tx, wrong: (typeof WRONG)[number]): Tx {
  switch (wrong) {
    case 'account-number':
      return { ...tx, accountNumber: 404_404n };
    case 'memo':
      return { ...tx, memo: LONG_MEMO };
    case 'late':
      return { ...tx, timeoutHeight: 1n };
    case 'bytes':
      return { ...tx, fee: [], messages: [], undecodable: true };
    default:
      return wrong satisfies never;
  }
}
