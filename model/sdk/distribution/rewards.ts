import {
  accumulatedCommissions,
  currentRewards,
  outstandingRewards,
  type CurrentRewardsRow,
} from '../../../specs/tables/distribution.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { addCoinsOf, multiplyCoins, subtractCoins, type DecCoins } from '../dec-coins.ts';

/** What a validator and its delegators have earned and not taken yet. */
export function outstandingOf({ draft }: Context, operator: Hex): DecCoins {
  return draft.get(outstandingRewards, operator)?.rewards ?? [];
}

/** Writes what a validator and its delegators have earned and not taken yet. */
export function setOutstanding({ draft }: Context, operator: Hex, rewards: DecCoins): void {
  draft.set(outstandingRewards, operator, { rewards });
}

/** The commission that a validator has not taken yet. */
export function commissionOf({ draft }: Context, operator: Hex): DecCoins {
  return draft.get(accumulatedCommissions, operator)?.commission ?? [];
}

/** Writes the commission that a validator has not taken yet. */
export function setCommission({ draft }: Context, operator: Hex, commission: DecCoins): void {
  draft.set(accumulatedCommissions, operator, { commission });
}

/** What the delegators of a validator earn in the period that runs. Throws for one that was never created. */
export function currentOf({ draft }: Context, operator: Hex): CurrentRewardsRow {
  const current = draft.get(currentRewards, operator);
  if (current === undefined) throw new Error(`${operator} has no period that runs`);
  return current;
}

/**
 * Gives a validator rewards that the account of the module holds already (SDK, `AllocateTokensToValidator`): the
 * commission is its own, by its rate or by the one that it asks of a consumer; the rest is for its delegators.
 */
export function allocateToValidator(context: Context, operator: Hex, rate: Dec, coins: DecCoins): void {
  if (coins.length === 0) return;
  const commission = multiplyCoins(coins, rate);
  const { rewards, period } = currentOf(context, operator);
  const shared = addCoinsOf(rewards, subtractCoins(coins, commission));
  setCommission(context, operator, addCoinsOf(commissionOf(context, operator), commission));
  context.draft.set(currentRewards, operator, { rewards: shared, period });
  setOutstanding(context, operator, addCoinsOf(outstandingOf(context, operator), coins));
}
