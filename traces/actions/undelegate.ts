import * as fc from 'fast-check';
import type { UndelegateAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { someDelegation, someStakeOf } from '../draw.ts';
import { accountName, amount, validatorName } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { BOND_DENOM } from '../setup.ts';

/** `cosmos.staking.v1beta1.MsgUndelegate`. */
export const undelegate: ActionKind<UndelegateAction> = {
  kind: 'undelegate',
  title: 'UndelegateAction',
  describes: 'An account takes tokens back from a validator; they unbond (MsgUndelegate).',
  fields: { by: accountName, validator: validatorName, amount },
  weight: () => 7,
  draw: (world) =>
    someDelegation(world).chain((pair) =>
      fc.record({
        kind: fc.constant('undelegate' as const),
        by: fc.constant(pair.by),
        validator: fc.constant(pair.validator),
        amount: someStakeOf(world, pair),
      }),
    ),
  plan(world, { by, validator, amount }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.staking.v1beta1.MsgUndelegate',
        delegator_address: bech32('cosmos', accountKey(by).address),
        validator_address: bech32('cosmosvaloper', accountKey(validator).address),
        amount: { denom: BOND_DENOM, amount: BigInt(amount) },
      }),
    );
  },
};
