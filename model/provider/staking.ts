import { lastTotalPower, lastValidatorPowers, type ValidatorRow } from '../../specs/tables/staking/validator.ts';
import type { Hex } from '../../specs/value.ts';
import { addressOf } from '../bech32.ts';
import type { Context } from '../context.ts';
import { bondedValidatorsByPower } from '../sdk/staking/ranking.ts';
import { consensusAddressOf, findValidator, operatorAt } from '../sdk/staking/validators.ts';

/** A validator of the staking module as the provider module looks at it. */
export interface StakingValidator {
  readonly row: ValidatorRow;
  /** 20 bytes. */
  readonly operator: Hex;
  readonly consensusAddress: Hex;
  /** What it counted for in the last set of the staking module. */
  readonly lastPower: bigint;
}

/** The validator with this operator. */
export function validatorOf(context: Context, operator: Hex): StakingValidator | undefined {
  const row = findValidator(context, operator);
  return row && describe(context, operator, row);
}

/** The validator whose key on the provider has this address. */
export function validatorByConsensusAddress(context: Context, address: Hex): StakingValidator | undefined {
  const operator = operatorAt(context, address);
  return operator === undefined ? undefined : validatorOf(context, operator);
}

/** The bonded validators out of jail, the most powerful first and equals by operator. */
export function bondedByPower(context: Context): StakingValidator[] {
  return bondedValidatorsByPower(context).map(({ operator, validator }) => describe(context, operator, validator));
}

/** The total power of the last set of the staking module. */
export function totalPowerOf({ draft }: Context): bigint {
  return draft.get(lastTotalPower, '')?.int ?? 0n;
}

/** The operator that a bech32 text names, if it is one. */
export function operatorOf({ bech32Prefix }: Context, text: string): Hex | undefined {
  return addressOf(`${bech32Prefix}valoper`, text);
}

function describe({ draft }: Context, operator: Hex, row: ValidatorRow): StakingValidator {
  const lastPower = draft.get(lastValidatorPowers, operator)?.value ?? 0n;
  return { row, operator, consensusAddress: consensusAddressOf(row), lastPower };
}
