import type { RedelegationEntry } from '../../../specs/tables/staking/delegation.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { mul, mulInt, truncateInt } from '../decimal.ts';
import { sharesOf } from './delegations.ts';
import type { StakingHooks } from './hooks.ts';
import { burnFromPool } from './pools.ts';
import { isLiable } from './slash-unbonding.ts';
import { unbond } from './unbond.ts';
import { setUnbonding, unbondingOf } from './undelegate.ts';
import { validatorAt } from './validators.ts';

/** What an account moved away from the slashed validator to one destination. */
interface Moved {
  readonly delegator: Hex;
  readonly destination: Hex;
  readonly entries: readonly RedelegationEntry[];
}

/**
 * Slashes a redelegation away from the validator since the infraction, and returns the amount that should have been
 * slashed. Unbonding stake at the destination is slashed first, then the delegation there.
 */
export function slashRedelegation(
  context: Context,
  hooks: StakingHooks,
  { delegator, destination, entries }: Moved,
  height: bigint,
  fraction: Dec,
): bigint {
  let due = 0n;
  let bonded = 0n;
  let notBonded = 0n;
  for (const entry of entries) {
    if (!isLiable(entry, height, context.block.time)) continue;
    const amount = truncateInt(mulInt(fraction, entry.initial_balance));
    due += amount;
    const taken = takeFromUnbonding(context, delegator, destination, height, amount);
    notBonded += taken;
    const wanted = mul(fraction, entry.shares_dst);
    const held = sharesOf(context, delegator, destination);
    if (wanted === 0n || amount === taken || held === undefined) continue;
    const tokens = unbond(context, hooks, delegator, destination, wanted > held ? held : wanted);
    if (validatorAt(context, destination).status === 'BOND_STATUS_BONDED') bonded += tokens;
    else notBonded += tokens;
  }
  burnFromPool(context, true, bonded);
  burnFromPool(context, false, notBonded);
  return due;
}

/** Slashes up to an amount of the stake that the account unbonds from the destination since the infraction. */
function takeFromUnbonding(context: Context, delegator: Hex, operator: Hex, height: bigint, amount: bigint): bigint {
  let left = amount;
  const entries = unbondingOf(context, delegator, operator)?.entries ?? [];
  const slashed = entries.map((entry) => {
    if (!isLiable(entry, height, context.block.time)) return entry;
    const taken = left < entry.balance ? left : entry.balance;
    left -= taken;
    return { ...entry, balance: entry.balance - taken };
  });
  if (left < amount) setUnbonding(context, delegator, operator, slashed);
  return amount - left;
}
