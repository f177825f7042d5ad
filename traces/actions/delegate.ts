import * as fc from 'fast-check';
import type { DelegateAction } from '../../specs/generated/trace.ts';
import { paying, txOf, type ActionKind } from './action.ts';
import { accountName, amount, coins, validatorName } from '../format/fields.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { present, someAccount, someAmount, someFee, someValidator } from '../draw/index.ts';

const TYPE = '/cosmos.staking.v1beta1.MsgDelegate';

/** `cosmos.staking.v1beta1.MsgDelegate`. */
export const delegate: ActionKind<DelegateAction> = {
  kind: 'delegate',
  title: 'DelegateAction',
  describes: 'An account delegates tokens to a validator (MsgDelegate).',
  sends: [TYPE],
  fields: { by: accountName, validator: validatorName, amount, fee: coins, chain: stakersChain },
  optional: ['fee', 'chain'],
  weight: () => 10,
  draw: (world) =>
    onSomeChain(
      world,
      fc
        .record({
          kind: fc.constant('delegate' as const),
          by: someAccount(world),
          validator: someValidator(world),
          amount: someAmount(world),
          fee: someFee(world),
        })
        .map(present),
    ),
  plan(world, { by, validator, amount, fee, chain }) {
    const { account, operator, send } = stakersOn(world, chain);
    return send(
      paying(
        txOf(by, {
          '@type': TYPE,
          delegator_address: account(by),
          validator_address: operator(validator),
          amount: { denom: BOND_DENOM, amount: BigInt(amount) },
        }),
        fee,
      ),
    );
  },
};
