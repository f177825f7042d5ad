import { signingInfos } from '../../../specs/tables/slashing.ts';
import { validators, validatorsByPower } from '../../../specs/tables/staking/validator.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { infractionParametersOf } from '../infractions.ts';
import { powerIndexKey, validatorByConsensusAddress, type StakingValidator } from '../staking.ts';

/**
 * Jails a validator that was down on a consumer (ICS-028, ME [CCV-PCF-HSLASH]; ADR-020). Returns `false` if there is
 * nobody to punish: the validator is gone, unbonded or tombstoned, and the request is dropped without a word.
 */
export function punishDowntime(context: Context, consumerId: string, address: Hex): boolean {
  const validator = validatorByConsensusAddress(context, address);
  if (validator === undefined || validator.row.status === 'BOND_STATUS_UNBONDED') return false;
  const info = context.draft.get(signingInfos, address);
  if (info?.tombstoned === true) return false;
  if (validator.row.jailed) return true;
  const { downtime } = infractionParametersOf(context, consumerId);
  jail(context, validator);
  if (info !== undefined) {
    const jailed_until = context.block.time + downtime.jail_duration;
    context.draft.set(signingInfos, address, { ...info, jailed_until });
  }
  return true;
}

function jail({ draft }: Context, { operator, row }: StakingValidator): void {
  draft.set(validators, operator, { ...row, jailed: true });
  draft.delete(validatorsByPower, powerIndexKey(operator, row));
}
