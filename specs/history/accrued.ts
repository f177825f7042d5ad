import type { RowView } from '../rows.ts';
import type { Coin } from '../block.ts';
import { ascending } from '../order.ts';
import {
  currentRewards,
  historicalRewards,
  slashEvents,
  type DecCoin,
  type SlashEventRow,
  type StartingInfoRow,
} from '../tables/distribution.ts';
import { delegations } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';
import { ONE, type Dec, type Hex } from '../value.ts';

/** Amounts with decimals by denomination. */
export type Amounts = ReadonlyMap<string, Dec>;

const NOTHING: Amounts = new Map();

/** Coins as amounts. */
export function amountsOf(coins: readonly DecCoin[]): Amounts {
  return new Map(coins.map(({ denom, amount }) => [denom, amount]));
}

/** The sum of amounts. */
export function sumOf(all: Iterable<Amounts>): Amounts {
  const sum = new Map<string, Dec>();
  for (const amounts of all) {
    for (const [denom, amount] of amounts) sum.set(denom, (sum.get(denom) ?? 0n) + amount);
  }
  return sum;
}

/** Amounts as coins, sorted by denomination, none of them zero. */
export function coinsOf(amounts: Amounts): DecCoin[] {
  return [...amounts]
    .filter(([, amount]) => amount !== 0n)
    .map(([denom, amount]) => ({ denom, amount }))
    .toSorted((a, b) => (a.denom < b.denom ? -1 : 1));
}

/** The whole coins in amounts. */
export function wholeCoins(amounts: Amounts): Coin[] {
  return coinsOf(amounts).flatMap(({ denom, amount }) => (amount < ONE ? [] : [{ denom, amount: amount / ONE }]));
}

/** What one token of a validator had earned at the end of a stored period. */
export function ratioAt(view: RowView, operator: Hex, period: bigint): Amounts {
  return amountsOf(view.row(historicalRewards, historicalRewards.key(operator, period))?.cumulative_reward_ratio ?? []);
}

/** What one token of a validator has earned so far (F1). */
export function ratioNow(view: RowView, operator: Hex): Amounts {
  const current = view.row(currentRewards, operator);
  const tokens = view.row(validators, operator)?.tokens ?? 0n;
  if (current === undefined) return NOTHING;
  const before = ratioAt(view, operator, current.period - 1n);
  if (tokens === 0n) return before;
  return sumOf([before, new Map(current.rewards.map(({ denom, amount }) => [denom, amount / tokens]))]);
}

/** A delegation whose earnings are computed. */
export interface Reckoning {
  readonly delegator: Hex;
  readonly operator: Hex;
  readonly start: StartingInfoRow;
  /** What a token had earned when the delegation began; by default the value in the rows. */
  readonly from?: Amounts;
  /** What a token has earned by the end of the computation; by default so far. */
  readonly to?: Amounts;
  /** Whether the remaining stake must not exceed the value of the delegation; `false` if the rows are newer. */
  readonly capped?: boolean;
}

/**
 * What a delegation has earned since it began (F1, SDK x/distribution): its stake times what a token earned, between
 * slashes with the stake that each slash left. Each product is truncated.
 */
export function accrued(view: RowView, reckoning: Reckoning): Amounts {
  const { delegator, operator, start, capped = true } = reckoning;
  let { stake } = start;
  let from = reckoning.from ?? ratioAt(view, operator, start.previous_period);
  const parts: Amounts[] = [];
  for (const { validator_period: period, fraction } of slashesAfter(view, operator, start)) {
    const to = ratioAt(view, operator, period);
    parts.push(earned(from, to, stake));
    stake = (stake * (ONE - fraction)) / ONE;
    from = to;
  }
  const worth = capped ? worthOf(view, delegator, operator) : stake;
  parts.push(earned(from, reckoning.to ?? ratioNow(view, operator), stake < worth ? stake : worth));
  return sumOf(parts);
}

function earned(from: Amounts, to: Amounts, stake: Dec): Amounts {
  return new Map([...to].map(([denom, ratio]) => [denom, ((ratio - (from.get(denom) ?? 0n)) * stake) / ONE]));
}

/** The slashes after the start of a delegation, the oldest first. */
function slashesAfter(view: RowView, operator: Hex, start: StartingInfoRow): SlashEventRow[] {
  const slashes: { readonly row: SlashEventRow; readonly at: bigint }[] = [];
  for (const [key, row] of view.rows(slashEvents)) {
    const [slashed, at = '0'] = key.split('/');
    if (slashed === operator && BigInt(at) >= start.height && row.validator_period > start.previous_period) {
      slashes.push({ row, at: BigInt(at) });
    }
  }
  return slashes
    .toSorted((a, b) => ascending(a.at, b.at) || ascending(a.row.validator_period, b.row.validator_period))
    .map(({ row }) => row);
}

/** The value of a delegation in tokens: computed with 36 decimals, then rounded half to even. */
function worthOf(view: RowView, delegator: Hex, operator: Hex): Dec {
  const shares = view.row(delegations, delegations.key(delegator, operator))?.shares ?? 0n;
  const { tokens = 0n, delegator_shares = 0n } = view.row(validators, operator) ?? {};
  if (delegator_shares === 0n) return 0n;
  const digits = (shares * tokens * ONE * ONE) / delegator_shares;
  const whole = digits / ONE;
  const rest = digits % ONE;
  if (rest * 2n === ONE) return whole + (whole & 1n);
  return rest * 2n < ONE ? whole : whole + 1n;
}
