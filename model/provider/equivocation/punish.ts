import type { SlashJailRow } from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { isTombstoned, jailUntil, tombstone } from '../../sdk/slashing/signing-info.ts';
import { jailValidator } from '../../sdk/staking/jail.ts';
import { movingStake } from '../../sdk/staking/moving-stake.ts';
import { slash } from '../../sdk/staking/slash.ts';
import { powerOf, validatorAt } from '../../sdk/staking/validators.ts';
import { ensure } from '../errors.ts';
import { stakingHooks } from '../hooks.ts';
import { validatorByConsensusAddress } from '../staking.ts';

/**
 * Slashes, jails and bars a validator that equivocated on a consumer (ADR-013, ADR-020). The height on the provider is
 * not known, so all that is leaving the validator is liable, however long ago it began, and its power is that of now:
 * also what a validator has that is unbonding. Refuses when there is nobody to punish: the validator is unknown,
 * unbonded, barred, or
 * punished in this block already.
 */
export function punishEquivocation(context: Context, address: Hex, how: SlashJailRow): void {
  const validator = validatorByConsensusAddress(context, address);
  ensure(validator !== undefined, 'noValidatorForAddress', `${address} is no validator`);
  const { operator, row, lastPower } = validator;
  ensure(row.status !== 'BOND_STATUS_UNBONDED', 'unregistered', `${address} is unbonded`);
  ensure(!isTombstoned(context, address), 'unregistered', `${address} is barred already`);
  // It leaves the bonded set at the end of the block in which it is jailed.
  const isPunished = row.jailed && row.status === 'BOND_STATUS_BONDED' && !how.tombstone;
  ensure(!isPunished, 'unregistered', `${address} is punished already`);
  const own = row.status === 'BOND_STATUS_UNBONDING' ? powerOf(row.tokens) : lastPower;
  const power = own + powerOf(movingStake(context, operator));
  slash(context, stakingHooks, { consensusAddress: address, height: 0n, power, fraction: how.slash_fraction });
  if (!row.jailed) jailValidator(context, operator, validatorAt(context, operator));
  jailUntil(context, address, context.block.time + how.jail_duration);
  if (how.tombstone) tombstone(context, address);
}
