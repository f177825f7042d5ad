import * as fc from 'fast-check';
import type { WithdrawCommissionAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { paying, queued, txOf, type ActionKind } from '../action.ts';
import { present, someFee, someValidator } from '../draw.ts';
import { coins, validatorName } from '../fields.ts';
import { accountKey } from '../keys.ts';

/** `cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission`. */
export const withdrawCommission: ActionKind<WithdrawCommissionAction> = {
  kind: 'withdraw-commission',
  title: 'WithdrawCommissionAction',
  describes: 'A validator takes its commission (MsgWithdrawValidatorCommission).',
  fields: { validator: validatorName, fee: coins },
  optional: ['fee'],
  weight: () => 2,
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('withdraw-commission' as const),
        validator: someValidator(world),
        fee: someFee(world),
      })
      .map(present),
  plan(world, { validator, fee }) {
    const tx = txOf(validator, {
      '@type': '/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission',
      validator_address: bech32('cosmosvaloper', accountKey(validator).address),
    });
    return queued(world, 'provider', paying(tx, fee));
  },
};
