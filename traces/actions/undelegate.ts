import * as fc from 'fast-check';
import type { UndelegateAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someDelegation, someStakeOf } from '../draw/index.ts';
import { accountName, amount, validatorName } from '../format/fields.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';

const TYPE = '/cosmos.staking.v1beta1.MsgUndelegate';

/** `cosmos.staking.v1beta1.MsgUndelegate`. */
export const undelegate: ActionKind<UndelegateAction> = {
  kind: 'undelegate',
  title: 'UndelegateAction',
  describes: 'An account undelegates tokens from a validator (MsgUndelegate).',
  sends: [TYPE],
  fields: { by: accountName, validator: validatorName, amount, chain: stakersChain },
  optional: ['chain'],
  weight: () => 7,
  draw: (world) =>
    onSomeChain(
      world,
      someDelegation(world).chain((pair) =>
        fc.record({
          kind: fc.constant('undelegate' as const),
          by: fc.constant(pair.by),
          validator: fc.constant(pair.validator),
          amount: someStakeOf(world, pair),
        }),
      ),
    ),
  plan(world, { by, validator, amount, chain }) {
    const { account, operator, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        delegator_address: account(by),
        validator_address: operator(validator),
        amount: { denom: BOND_DENOM, amount: BigInt(amount) },
      }),
    );
  },
};
