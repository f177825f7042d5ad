import type { Misbehavior } from '../../../specs/block.ts';
import { equivocations } from '../../../specs/tables/evidence.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context, Module } from '../../context.ts';
import { Halt } from '../../halt.ts';
import { consensusParamsOf } from '../consensus.ts';
import { slashingParamsOf } from '../slashing/liveness.ts';
import { jailUntil, signingInfoOf, tombstone } from '../slashing/signing-info.ts';
import type { Infraction } from '../staking/slash.ts';
import { equivocationHash, equivocationOf } from './equivocation.ts';

/** What the evidence module needs from the staking module of a provider, or the CCV module of a consumer. */
export interface EvidenceStaking {
  /** Whether the validator can be punished. */
  canBePunished(context: Context, consensusAddress: Hex): boolean;
  /** Slashes and jails a validator that signed two blocks; a consumer asks its provider to do so. */
  punishEquivocation(context: Context, infraction: Infraction): void;
}

/** When the jail term for equivocation ends: the last second of the year 9999 (SDK, `DoubleSignJailEndTime`). */
export const END_OF_TIME = 253_402_300_799n * 1_000_000_000n;

/** The evidence module: it punishes what consensus reports, before any transaction of the block. */
export function evidenceModule(staking: EvidenceStaking): Module {
  return {
    name: 'evidence',
    exports: () => [equivocations],
    beginBlock(context) {
      for (const misbehavior of context.block.misbehavior) handleEquivocation(context, staking, misbehavior);
    },
  };
}

/**
 * A validator equivocated or took part in a light client attack (SDK, `handleEquivocationEvidence`): it is slashed by the
 * power that it had, jailed and tombstoned. Evidence that is too old, or against a tombstoned validator, is ignored.
 */
function handleEquivocation(context: Context, staking: EvidenceStaking, misbehavior: Misbehavior): void {
  const { address, height, power } = misbehavior;
  if (!staking.canBePunished(context, address) || isTooOld(context, misbehavior)) return;
  const info = signingInfoOf(context, address);
  if (info === undefined)
    throw new Halt('evidence/signing-info-missing', `${address} signed twice and has no signing info`);
  if (info.tombstoned) return;
  const fraction = slashingParamsOf(context).slash_fraction_double_sign;
  // The set that signed a height stood one block before.
  staking.punishEquivocation(context, { consensusAddress: address, height: height - 1n, power, fraction });
  jailUntil(context, address, END_OF_TIME);
  tombstone(context, address);
  const row = equivocationOf(context, misbehavior);
  context.draft.set(equivocations, equivocationHash(row), row);
}

function isTooOld(context: Context, { height, time }: Misbehavior): boolean {
  const { max_age_duration, max_age_num_blocks } = consensusParamsOf(context).evidence;
  return context.block.time - time > max_age_duration && context.block.height - height > max_age_num_blocks;
}
