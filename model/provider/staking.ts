import type { ValidatorRow } from '../../specs/tables/staking/validator.ts';
import type { Hex } from '../../specs/value.ts';
import { addressOf } from '../bech32.ts';
import type { Context } from '../context.ts';
import { lastPowerOf } from '../sdk/staking/last-set.ts';
import { bondedValidatorsByPower } from '../sdk/staking/ranking.ts';
import { consensusAddressOf, findValidator, operatorAt } from '../sdk/staking/validators.ts';

/** The fields of a validator that the provider module reads from the staking module. */
export interface StakingValidator {
  readonly row: ValidatorRow;
  /** 20 bytes. */
  readonly operator: Hex;
  readonly consensusAddress: Hex;
  /** Its power in the last validator set of the staking module. */
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
export function bondedValidators(context: Context): StakingValidator[] {
  return bondedValidatorsByPower(context).map(({ operator, validator }) => describe(context, operator, validator));
}

/** The operator of a bech32 address; `undefined` if the address is malformed. */
export function operatorOf({ bech32Prefix }: Context, text: string): Hex | undefined {
  return addressOf(`${bech32Prefix}valoper`, text);
}

function describe(context: Context, operator: Hex, row: ValidatorRow): StakingValidator {
  return { row, operator, consensusAddress: consensusAddressOf(row), lastPower: lastPowerOf(context, operator) };
}
