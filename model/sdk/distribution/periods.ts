import {
  currentRewards,
  historicalRewards,
  slashEvents,
  type HistoricalRewardsRow,
} from '../../../specs/tables/distribution.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { addCoinsOf, divideCoinsTruncated, subtractCoins, type DecCoins } from '../dec-coins.ts';
import { decimalOf } from '../decimal.ts';
import { ensure } from '../errors.ts';
import { validatorAt } from '../staking/validators.ts';
import { addToCommunityPool } from './fee-pool.ts';
import { currentOf, outstandingOf, setCommission, setOutstanding } from './rewards.ts';

/** How many may refer to a period: the one that runs after it, a delegation and a slash that begin with it. */
const MOST_REFERENCES = 3;

/** A validator is new: nothing was earned, and its first period runs. */
export function initializeValidator(context: Context, operator: Hex): void {
  const { draft } = context;
  draft.set(historicalRewards, historicalRewards.key(operator, 0n), {
    cumulative_reward_ratio: [],
    reference_count: 1,
  });
  draft.set(currentRewards, operator, { rewards: [], period: 1n });
  setCommission(context, operator, []);
  setOutstanding(context, operator, []);
}

/**
 * Ends the period of a validator that runs and tells its number (F1, SDK `IncrementValidatorPeriod`): from now on each
 * token has earned what the period made. Without a token there is nobody to earn, and the community gets it.
 */
export function endPeriod(context: Context, operator: Hex): bigint {
  const { draft } = context;
  const { rewards, period } = currentOf(context, operator);
  const { tokens } = validatorAt(context, operator);
  if (tokens === 0n) {
    addToCommunityPool(context, rewards);
    setOutstanding(context, operator, subtractCoins(outstandingOf(context, operator), rewards));
  }
  const ratio = tokens === 0n ? [] : divideCoinsTruncated(rewards, decimalOf(tokens));
  const cumulative = addCoinsOf(ratioAt(context, operator, period - 1n), ratio);
  dropReference(context, operator, period - 1n);
  setPeriod(context, operator, period, { cumulative_reward_ratio: cumulative, reference_count: 1 });
  draft.set(currentRewards, operator, { rewards: [], period: period + 1n });
  return period;
}

/** What a token had earned at the end of a period. */
export function ratioAt(context: Context, operator: Hex, period: bigint): DecCoins {
  return periodAt(context, operator, period).cumulative_reward_ratio;
}

/** One more begins at the end of a period. */
export function addReference(context: Context, operator: Hex, period: bigint): void {
  const row = periodAt(context, operator, period);
  ensure(row.reference_count < MOST_REFERENCES, 'panic', 'too many refer to a period');
  setPeriod(context, operator, period, { ...row, reference_count: row.reference_count + 1 });
}

/** One less begins at the end of a period; it is forgotten when nobody does. */
export function dropReference(context: Context, operator: Hex, period: bigint): void {
  const row = periodAt(context, operator, period);
  ensure(row.reference_count > 0, 'panic', 'nobody refers to the period');
  if (row.reference_count > 1) {
    setPeriod(context, operator, period, { ...row, reference_count: row.reference_count - 1 });
  } else context.draft.delete(historicalRewards, historicalRewards.key(operator, period));
}

/** A validator is slashed: a period ends, and delegations from before it have less stake afterwards. */
export function recordSlash(context: Context, operator: Hex, fraction: Dec): void {
  const period = endPeriod(context, operator);
  addReference(context, operator, period);
  const key = slashEvents.key(operator, context.block.height, period);
  context.draft.set(slashEvents, key, { validator_period: period, fraction });
}

const NO_PERIOD: HistoricalRewardsRow = { cumulative_reward_ratio: [], reference_count: 0 };

/** A period that was forgotten reads as one in which nothing was earned. */
function periodAt({ draft }: Context, operator: Hex, period: bigint): HistoricalRewardsRow {
  return draft.get(historicalRewards, historicalRewards.key(operator, period)) ?? NO_PERIOD;
}

function setPeriod({ draft }: Context, operator: Hex, period: bigint, row: HistoricalRewardsRow): void {
  draft.set(historicalRewards, historicalRewards.key(operator, period), row);
}
