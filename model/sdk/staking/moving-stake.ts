import {
  redelegations,
  redelegationsBySource,
  unbondingDelegationsByValidator,
} from '../../../specs/tables/staking/delegation.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { partsOf } from './parts.ts';
import { isLiable } from './slash-unbonding.ts';
import { unbondingOf } from './undelegate.ts';

/** The initial balances of all unbonding and redelegating stake of a validator that is still liable. */
export function movingStake(context: Context, operator: Hex): bigint {
  const { draft } = context;
  const leaving = partsOf(draft.entries(unbondingDelegationsByValidator), operator).flatMap(
    ([delegator = '']) => unbondingOf(context, delegator, operator)?.entries ?? [],
  );
  const moving = partsOf(draft.entries(redelegationsBySource), operator).flatMap(
    ([delegator = '', destination = '']) =>
      draft.get(redelegations, redelegations.key(delegator, operator, destination))?.entries ?? [],
  );
  return [...leaving, ...moving]
    .filter((entry) => isLiable(entry, 0n, context.block.time))
    .reduce((sum, { initial_balance }) => sum + initial_balance, 0n);
}
