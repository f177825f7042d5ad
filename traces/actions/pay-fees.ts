import * as fc from 'fast-check';
import type { PayFeesAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { present, rarely, someAccount, someChain } from '../draw/index.ts';
import { someFeeAmount } from '../draw/fee-amount.ts';
import { denomOn } from '../messages/coin-name.ts';
import { accountName, amount, chainName, coinName } from '../format/fields.ts';
import { accountKey, prefixOf } from '../setup/keys.ts';
import { BOND_DENOM } from '../setup/setup.ts';

const TYPE = '/cosmos.bank.v1beta1.MsgSend';

/** A minimal transaction that pays a fee. On a consumer the fee becomes rewards (ICS-028 §Reward Distribution). */
export const payFees: ActionKind<PayFeesAction> = {
  kind: 'pay-fees',
  title: 'PayFeesAction',
  describes: 'An account sends itself a token and pays a fee in one or two denominations.',
  sends: [TYPE],
  fields: {
    chain: chainName,
    by: accountName,
    amount: { ...amount, description: 'The fee in the first denomination.' },
    denom: coinName,
    more: { ...coinName, description: 'A second denomination; the fee in it is the same amount.' },
  },
  optional: ['denom', 'more'],
  weight: (world) => (world.chains.size > 1 ? 6 : 0),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('pay-fees' as const),
        chain: someChain(world),
        by: someAccount(world),
        amount: someFeeAmount,
        denom: rarely(30, fc.constantFrom(...world.setup.otherDenoms, 'stake@provider')),
        more: rarely(20, fc.constantFrom(...world.setup.otherDenoms, 'nothing')),
      })
      .map(present),
  plan(world, { chain, by, amount: fee, denom = BOND_DENOM, more }) {
    const names = [
      ...new Set([denom, ...(more === undefined ? [] : [more])].map((name) => denomOn(world, chain, name))),
    ];
    const address = bech32(prefixOf(chain), accountKey(by).address);
    const tx = txOf(by, {
      '@type': TYPE,
      from_address: address,
      to_address: address,
      amount: [{ denom: BOND_DENOM, amount: 1n }],
    });
    return queued(world, chain, { ...tx, fee: names.toSorted().map((name) => ({ denom: name, amount: BigInt(fee) })) });
  },
};
