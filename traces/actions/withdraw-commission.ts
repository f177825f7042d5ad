import * as fc from 'fast-check';
import type { WithdrawCommissionAction } from '../../specs/generated/trace.ts';
import { paying, txOf, type ActionKind } from './action.ts';
import { present, someFee, someValidator } from '../draw/index.ts';
import { coins, validatorName } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission';

/** `cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission`. */
export const withdrawCommission: ActionKind<WithdrawCommissionAction> = {
  kind: 'withdraw-commission',
  title: 'WithdrawCommissionAction',
  describes: 'A validator withdraws its commission (MsgWithdrawValidatorCommission).',
  sends: [TYPE],
  fields: { validator: validatorName, fee: coins, chain: stakersChain },
  optional: ['fee', 'chain'],
  weight: () => 2,
  draw: (world) =>
    onSomeChain(
      world,
      fc
        .record({
          kind: fc.constant('withdraw-commission' as const),
          validator: someValidator(world),
          fee: someFee(world),
        })
        .map(present),
    ),
  plan(world, { validator, fee, chain }) {
    const { operator, send } = stakersOn(world, chain);
    const tx = txOf(validator, {
      '@type': TYPE,
      validator_address: operator(validator),
    });
    return send(paying(tx, fee));
  },
};
