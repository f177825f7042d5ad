import { slashingParams, type SlashingParamsRow } from '../../specs/tables/slashing.ts';
import { stakingParams, type StakingParamsRow } from '../../specs/tables/staking/chain.ts';
import {
  lastTotalPower,
  lastValidatorPowers,
  validators,
  validatorsByConsensusAddress,
  type ValidatorRow,
} from '../../specs/tables/staking/validator.ts';
import type { Hex } from '../../specs/value.ts';
import { addressOf } from '../bech32.ts';
import { addressOfKey } from '../consensus/validator-set.ts';
import type { Context } from '../context.ts';

/** A validator of the staking module as the provider module looks at it. */
export interface StakingValidator {
  readonly row: ValidatorRow;
  /** 20 bytes. */
  readonly operator: Hex;
  readonly consensusAddress: Hex;
  /** What it counted for in the last set of the staking module. */
  readonly lastPower: bigint;
}

const POWER_REDUCTION = 1_000_000n;

/** The validator with this operator. */
export function validatorOf({ draft }: Context, operator: Hex): StakingValidator | undefined {
  const row = draft.get(validators, operator);
  if (row === undefined) return undefined;
  const consensusAddress = addressOfKey(row.consensus_pubkey.key);
  return { row, operator, consensusAddress, lastPower: draft.get(lastValidatorPowers, operator)?.value ?? 0n };
}

/** The validator whose key on the provider has this address. */
export function validatorByConsensusAddress(context: Context, address: Hex): StakingValidator | undefined {
  const operator = context.draft.get(validatorsByConsensusAddress, address);
  return operator === undefined ? undefined : validatorOf(context, operator);
}

/**
 * The bonded validators out of jail, the most powerful first and equals by operator, as many as the staking module
 * allows (SDK, the index of validators by power).
 */
export function bondedByPower(context: Context): StakingValidator[] {
  const { draft } = context;
  const bonded: { readonly operator: Hex; readonly power: bigint }[] = [];
  for (const [operator, { status, jailed, tokens }] of draft.entries(validators)) {
    if (status === 'BOND_STATUS_BONDED' && !jailed) bonded.push({ operator, power: tokens / POWER_REDUCTION });
  }
  return bonded
    .toSorted(
      (a, b) =>
        Number(b.power > a.power) - Number(b.power < a.power) ||
        Number(a.operator > b.operator) - Number(a.operator < b.operator),
    )
    .slice(0, stakingParamsOf(context).max_validators)
    .flatMap(({ operator }) => validatorOf(context, operator) ?? []);
}

/** Where a validator stands in the staking module's index of validators by power. */
export function powerIndexKey(operator: Hex, { tokens }: ValidatorRow): string {
  return `${tokens / POWER_REDUCTION}/${operator}`;
}

/** The total power of the last set of the staking module. */
export function totalPowerOf({ draft }: Context): bigint {
  return draft.get(lastTotalPower, '')?.int ?? 0n;
}

/** The operator that a bech32 text names, if it is one. */
export function operatorOf({ bech32Prefix }: Context, text: string): Hex | undefined {
  return addressOf(`${bech32Prefix}valoper`, text);
}

export function stakingParamsOf({ draft }: Context): StakingParamsRow {
  return draft.get(stakingParams, '') ?? missing('staking');
}

export function slashingParamsOf({ draft }: Context): SlashingParamsRow {
  return draft.get(slashingParams, '') ?? missing('slashing');
}

function missing(module: string): never {
  throw new Error(`the genesis has not set the parameters of the ${module} module`);
}
