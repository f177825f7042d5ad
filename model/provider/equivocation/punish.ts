import type { SlashJailRow } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { isTombstoned, jailUntil, tombstone } from '../../sdk/slashing/signing-info.ts';
import { jailValidator } from '../../sdk/staking/jail.ts';
import { movingStake } from '../../sdk/staking/moving-stake.ts';
import { slash } from '../../sdk/staking/slash.ts';
import { powerOf, validatorAt } from '../../sdk/staking/validators.ts';
import { ensure } from '../errors.ts';
import { stakingHooks } from '../hooks.ts';
import { validatorByConsensusAddress } from '../staking.ts';
import { punishedEquivocations, type Equivocation } from './punished.ts';

/**
 * Slashes, jails and tombstones a validator that equivocated on a consumer (ADR-013, ADR-020). The provider's height of
 * the infraction is unknown, so the validator's current power is slashed, and all stake that unbonds from it, however
 * long ago it began to unbond. Refuses a validator that is unknown, unbonded or tombstoned, or that was punished for this
 * equivocation before.
 */
export function punishEquivocation(context: Context, equivocation: Equivocation, how: SlashJailRow): void {
  const { consumerId, height, address } = equivocation;
  const validator = validatorByConsensusAddress(context, address);
  ensure(validator !== undefined, 'noValidatorForAddress', `${address} is no validator`);
  const { operator, row, lastPower } = validator;
  ensure(row.status !== 'BOND_STATUS_UNBONDED', 'unregistered', `${address} is unbonded`);
  ensure(!isTombstoned(context, address), 'unregistered', `${address} is tombstoned`);
  const known = punishedEquivocations.key(consumerId, height, address);
  ensure(!context.draft.has(punishedEquivocations, known), 'unregistered', `${address} is punished for it already`);
  context.draft.set(punishedEquivocations, known, true);
  const own = row.status === 'BOND_STATUS_UNBONDING' ? powerOf(row.tokens) : lastPower;
  const power = own + powerOf(movingStake(context, operator));
  slash(context, stakingHooks, { consensusAddress: address, height: 0n, power, fraction: how.slash_fraction });
  if (!row.jailed) jailValidator(context, operator, validatorAt(context, operator));
  jailUntil(context, address, context.block.time + how.jail_duration);
  if (how.tombstone) tombstone(context, address);
}
