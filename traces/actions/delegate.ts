import * as fc from 'fast-check';
import type { DelegateAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { paying, queued, txOf, type ActionKind } from '../action.ts';
import { accountName, amount, coins, validatorName } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { BOND_DENOM } from '../setup.ts';
import { present, someAccount, someAmount, someFee, someValidator } from '../draw.ts';

/** `cosmos.staking.v1beta1.MsgDelegate`. */
export const delegate: ActionKind<DelegateAction> = {
  kind: 'delegate',
  title: 'DelegateAction',
  describes: 'An account delegates tokens to a validator (MsgDelegate).',
  fields: { by: accountName, validator: validatorName, amount, fee: coins },
  optional: ['fee'],
  weight: () => 10,
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('delegate' as const),
        by: someAccount(world),
        validator: someValidator(world),
        amount: someAmount(world),
        fee: someFee(world),
      })
      .map(present),
  plan(world, { by, validator, amount, fee }) {
    return queued(
      world,
      'provider',
      paying(
        txOf(by, {
          '@type': '/cosmos.staking.v1beta1.MsgDelegate',
          delegator_address: bech32('cosmos', accountKey(by).address),
          validator_address: bech32('cosmosvaloper', accountKey(validator).address),
          amount: { denom: BOND_DENOM, amount: BigInt(amount) },
        }),
        fee,
      ),
    );
  },
};
