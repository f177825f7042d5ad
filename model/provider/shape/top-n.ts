import { descending } from '../../../specs/order.ts';
import { minimumPowerInTopN, optedIn } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { decimalOf, quo, quoInt } from '../../sdk/decimal.ts';
import { ensure, refuse } from '../errors.ts';
import type { StakingValidator } from '../staking.ts';

/**
 * The minimum power in the top N: that of the weakest of the validators with `topN` percent of all power (ADR-015).
 * Refuses if there is no validator.
 */
export function minimumPower(active: readonly StakingValidator[], topN: number): bigint {
  ensure(topN > 0 && topN <= 100, 'unregistered', `${topN} percent is no share`);
  const powers = active.map(({ lastPower }) => lastPower).toSorted(descending);
  const total = decimalOf(powers.reduce((sum, power) => sum + power, 0n));
  const share = quoInt(decimalOf(BigInt(topN)), 100n);
  let sum = 0n;
  for (const power of powers) {
    sum += power;
    if (quo(decimalOf(sum), total) >= share) return power;
  }
  return refuse('unregistered', 'no validator is among the top');
}

/** Opts in every active validator in the top N of a consumer, and returns the minimum power in the top N. */
export function optInTopN(
  { draft }: Context,
  consumerId: string,
  active: readonly StakingValidator[],
  topN: number,
): bigint {
  const least = minimumPower(active, topN);
  draft.set(minimumPowerInTopN, consumerId, least);
  for (const { lastPower, consensusAddress } of active) {
    if (lastPower >= least) draft.set(optedIn, optedIn.key(consumerId, consensusAddress), '');
  }
  return least;
}
