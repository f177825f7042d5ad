import {
  accumulatedCommissions,
  currentRewards,
  historicalRewards,
  outstandingRewards,
  slashEvents,
} from '../../../specs/tables/distribution.ts';
import type { Table } from '../../../specs/table.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { subtractCoins, truncateCoins } from '../dec-coins.ts';
import type { StakingHooks } from '../staking/hooks.ts';
import { addToCommunityPool } from './fee-pool.ts';
import { endPeriod, initializeValidator, recordSlash } from './periods.ts';
import { commissionOf, outstandingOf } from './rewards.ts';
import { payOut, startEarning, withdrawRewards } from './withdraw.ts';

/**
 * A validator is removed: it gets its commission, the community pool gets the remainder, and its rows are deleted, except
 * its withdraw address.
 */
function afterValidatorRemoved(context: Context, _consensusAddress: Hex, operator: Hex): void {
  const { draft } = context;
  const commission = commissionOf(context, operator);
  const { whole, rest } = truncateCoins(commission);
  addToCommunityPool(context, rest);
  payOut(context, operator, whole);
  addToCommunityPool(context, subtractCoins(outstandingOf(context, operator), commission));
  draft.delete(outstandingRewards, operator);
  draft.delete(accumulatedCommissions, operator);
  deleteAllOf(context, slashEvents, operator);
  deleteAllOf(context, historicalRewards, operator);
  draft.delete(currentRewards, operator);
}

/** What the distribution module does when a validator or a delegation changes: rewards are settled before stake moves. */
export const distributionHooks: StakingHooks = {
  afterValidatorCreated: initializeValidator,
  afterValidatorRemoved,
  beforeDelegationCreated: (context, _delegator, operator) => {
    endPeriod(context, operator);
  },
  beforeDelegationSharesModified: withdrawRewards,
  afterDelegationModified: startEarning,
  beforeValidatorSlashed: recordSlash,
};

function deleteAllOf({ draft }: Context, table: Table, operator: Hex): void {
  const keys = [...draft.entries(table)].map(([key]) => key);
  for (const key of keys) if (key.startsWith(`${operator}/`)) draft.delete(table, key);
}
