import { startingInfos, withdrawAddresses } from '../../../specs/tables/distribution.ts';
import type { Coin } from '../../../specs/block.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { sendCoins } from '../bank/send.ts';
import { decCoinsOf, leastOf, subtractCoins, truncateCoins } from '../dec-coins.ts';
import { ensure } from '../errors.ts';
import { sharesOf } from '../staking/delegations.ts';
import { tokensFromSharesTruncated } from '../staking/shares.ts';
import { validatorAt } from '../staking/validators.ts';
import { earnedBy } from './earned.ts';
import { addToCommunityPool } from './fee-pool.ts';
import { addReference, dropReference, endPeriod } from './periods.ts';
import { commissionOf, currentOf, outstandingOf, setCommission, setOutstanding } from './rewards.ts';

/** Where the rewards of an account go. */
export function withdrawAddressOf({ draft }: Context, account: Hex): Hex {
  return draft.get(withdrawAddresses, account) ?? account;
}

/** A delegation begins, or goes on with other shares: from the period on that has just ended it earns again. */
export function startEarning(context: Context, delegator: Hex, operator: Hex): void {
  const previous = currentOf(context, operator).period - 1n;
  addReference(context, operator, previous);
  const shares = sharesOf(context, delegator, operator);
  if (shares === undefined) throw new Error(`${delegator} does not delegate to ${operator}`);
  context.draft.set(startingInfos, startingInfos.key(operator, delegator), {
    previous_period: previous,
    stake: tokensFromSharesTruncated(validatorAt(context, operator), shares),
    height: context.block.height,
  });
}

/**
 * Pays out what a delegation has earned, and ends its earning (SDK, `withdrawDelegationRewards`). Fractions of coins go
 * to the community, and what rounding has made more than the validator still owes is not paid.
 */
export function withdrawRewards(context: Context, delegator: Hex, operator: Hex): void {
  const { draft } = context;
  const key = startingInfos.key(operator, delegator);
  const start = draft.get(startingInfos, key);
  ensure(start !== undefined, 'emptyDelegationDistInfo', 'the delegation earns nothing');
  const period = endPeriod(context, operator);
  const outstanding = outstandingOf(context, operator);
  const rewards = leastOf(earnedBy(context, delegator, operator, start, period), outstanding);
  const { whole, rest } = truncateCoins(rewards);
  payOut(context, delegator, whole);
  setOutstanding(context, operator, subtractCoins(outstanding, rewards));
  addToCommunityPool(context, rest);
  dropReference(context, operator, start.previous_period);
  draft.delete(startingInfos, key);
}

/** Pays a validator its commission; fractions of coins stay for later. Refuses when there is none at all. */
export function withdrawCommission(context: Context, operator: Hex): void {
  const commission = commissionOf(context, operator);
  ensure(commission.length > 0, 'noValidatorCommission', 'no commission');
  const { whole, rest } = truncateCoins(commission);
  setCommission(context, operator, rest);
  setOutstanding(context, operator, subtractCoins(outstandingOf(context, operator), decCoinsOf(whole)));
  payOut(context, operator, whole);
}

/** Sends coins of the module to where the rewards of an account go. */
export function payOut(context: Context, account: Hex, coins: readonly Coin[]): void {
  if (coins.length > 0) {
    sendCoins(context, moduleAddress('distribution'), withdrawAddressOf(context, account), coins);
  }
}
