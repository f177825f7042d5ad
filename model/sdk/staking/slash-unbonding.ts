import type { UnbondingEntry } from '../../../specs/tables/staking/delegation.ts';
import type { Dec, Hex, Nanos } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { mulInt, truncateInt } from '../decimal.ts';
import { burnFromPool } from './pools.ts';
import { setUnbonding, unbondingOf } from './undelegate.ts';

/**
 * Slashes an unbonding delegation for an infraction, and returns the amount that should have been slashed: entries that
 * were slashed before may hold less.
 */
export function slashUnbonding(context: Context, delegator: Hex, operator: Hex, height: bigint, fraction: Dec): bigint {
  const entries = unbondingOf(context, delegator, operator)?.entries ?? [];
  let due = 0n;
  let burnt = 0n;
  const slashed = entries.map((entry) => {
    if (!isLiable(entry, height, context.block.time)) return entry;
    const amount = truncateInt(mulInt(fraction, entry.initial_balance));
    const taken = amount < entry.balance ? amount : entry.balance;
    due += amount;
    burnt += taken;
    return { ...entry, balance: entry.balance - taken };
  });
  if (burnt > 0n) setUnbonding(context, delegator, operator, slashed);
  burnFromPool(context, false, burnt);
  return due;
}

/** Whether an entry began at the infraction or after it, and has not matured. */
export function isLiable(
  { creation_height, completion_time }: Pick<UnbondingEntry, 'creation_height' | 'completion_time'>,
  height: bigint,
  now: Nanos,
): boolean {
  return creation_height >= height && completion_time > now;
}
