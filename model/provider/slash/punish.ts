import type { SlashRequest } from '../../../specs/ccv-packet.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { isTombstoned, jailUntil } from '../../sdk/slashing/signing-info.ts';
import { jailValidator } from '../../sdk/staking/jail.ts';
import { slash } from '../../sdk/staking/slash.ts';
import { validatorAt } from '../../sdk/staking/validators.ts';
import { stakingHooks } from '../hooks.ts';
import { infractionParametersOf } from '../infractions.ts';
import { validatorByConsensusAddress } from '../staking.ts';

/**
 * Slashes and jails a validator that was down on a consumer (ICS-028, ME [CCV-PCF-RCVSLASH]; ADR-020): by the power that
 * of the packet and from the height of the infraction on. Returns `false` if the validator is unknown, unbonded or
 * tombstoned: the provider then drops the packet without an error.
 */
export function punishDowntime(
  context: Context,
  consumerId: string,
  address: Hex,
  { power }: SlashRequest,
  infractionHeight: bigint,
): boolean {
  const validator = validatorByConsensusAddress(context, address);
  if (validator === undefined || validator.row.status === 'BOND_STATUS_UNBONDED') return false;
  if (isTombstoned(context, address)) return false;
  if (validator.row.jailed) return true;
  const { downtime } = infractionParametersOf(context, consumerId);
  try {
    const fraction = downtime.slash_fraction;
    slash(context, stakingHooks, { consensusAddress: address, height: infractionHeight, power, fraction });
  } catch (error) {
    // What can't be slashed is not jailed either.
    if (!(error instanceof Refusal) || error.code !== 1) throw error;
    return true;
  }
  jailValidator(context, validator.operator, validatorAt(context, validator.operator));
  jailUntil(context, address, context.block.time + downtime.jail_duration);
  return true;
}
