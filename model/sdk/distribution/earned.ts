import { ascending } from '../../../specs/order.ts';
import { slashEvents, type SlashEventRow, type StartingInfoRow } from '../../../specs/tables/distribution.ts';
import { ONE, type Dec, type Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { addCoinsOf, multiplyCoinsTruncated, subtractCoins, type DecCoins } from '../dec-coins.ts';
import { mulTruncate } from '../decimal.ts';
import { ensure } from '../errors.ts';
import { sharesOf } from '../staking/delegations.ts';
import { tokensFromShares } from '../staking/shares.ts';
import { validatorAt } from '../staking/validators.ts';
import { ratioAt } from './periods.ts';

/** By how many of the smallest decimals the stake may exceed what staking says, because both are rounded. */
const MARGIN = 3n;

/**
 * What a delegation has earned up to the end of a period (F1, SDK `CalculateDelegationRewards`): its stake times what
 * a token earned, from slash to slash with what each of them left of it. In the block in which it began it has earned
 * nothing. The SDK panics when the stake comes out larger than staking says.
 */
export function earnedBy(
  context: Context,
  delegator: Hex,
  operator: Hex,
  start: StartingInfoRow,
  endingPeriod: bigint,
): DecCoins {
  if (start.height === context.block.height) return [];
  let { previous_period: from, stake } = start;
  let earned: DecCoins = [];
  for (const { validator_period: period, fraction } of slashesSince(context, operator, start.height)) {
    if (period <= from) continue;
    earned = addCoinsOf(earned, earnedBetween(context, operator, from, period, stake));
    stake = mulTruncate(stake, ONE - fraction);
    from = period;
  }
  const held = sharesOf(context, delegator, operator) ?? 0n;
  const worth = tokensFromShares(validatorAt(context, operator), held);
  ensure(stake <= worth + MARGIN, 'panic', 'the stake is larger than the delegation is worth');
  const last = stake > worth ? worth : stake;
  return addCoinsOf(earned, earnedBetween(context, operator, from, endingPeriod, last));
}

function earnedBetween(context: Context, operator: Hex, from: bigint, to: bigint, stake: Dec): DecCoins {
  const ratio = subtractCoins(ratioAt(context, operator, to), ratioAt(context, operator, from));
  return multiplyCoinsTruncated(ratio, stake);
}

/** The slashes of a validator from a height on, the oldest first. */
function slashesSince({ draft }: Context, operator: Hex, height: bigint): readonly SlashEventRow[] {
  if (draft.size(slashEvents) === 0) return [];
  const slashes: { readonly row: SlashEventRow; readonly at: bigint; readonly period: bigint }[] = [];
  for (const [key, row] of draft.entries(slashEvents)) {
    if (!key.startsWith(`${operator}/`)) continue;
    const [, at = '0', period = '0'] = key.split('/');
    if (BigInt(at) >= height) slashes.push({ row, at: BigInt(at), period: BigInt(period) });
  }
  return slashes.toSorted((a, b) => ascending(a.at, b.at) || ascending(a.period, b.period)).map(({ row }) => row);
}
