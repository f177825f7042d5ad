import {
  validators,
  validatorsByConsensusAddress,
  validatorsByPower,
  type ValidatorRow,
} from '../../../specs/tables/staking/validator.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOf, bech32 } from '../../bech32.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { refuse } from '../errors.ts';

/** How many tokens make one unit of power (SDK, `DefaultPowerReduction`). */
export const POWER_REDUCTION = 1_000_000n;

/** The power that tokens give a validator when it is bonded. */
export function powerOf(tokens: bigint): bigint {
  return tokens / POWER_REDUCTION;
}

/** The validator of this operator. */
export function findValidator({ draft }: Context, operator: Hex): ValidatorRow | undefined {
  return draft.get(validators, operator);
}

/** The validator of this operator. Refuses when there is none. */
export function validatorAt(context: Context, operator: Hex): ValidatorRow {
  return findValidator(context, operator) ?? refuse('validatorNotFound', 'no such validator');
}

/** The operator whose consensus key has this address. */
export function operatorAt({ draft }: Context, consensusAddress: Hex): Hex | undefined {
  return draft.get(validatorsByConsensusAddress, consensusAddress);
}

/** The validator whose consensus key has this address. */
export function findByConsensusAddress(context: Context, consensusAddress: Hex): ValidatorRow | undefined {
  const operator = operatorAt(context, consensusAddress);
  return operator === undefined ? undefined : findValidator(context, operator);
}

/** The address of a validator's consensus key. */
export function consensusAddressOf({ consensus_pubkey }: ValidatorRow): Hex {
  return addressOfKey(consensus_pubkey.key);
}

/** An operator's address in bech32, as messages and rows name it. */
export function operatorText({ bech32Prefix }: Context, operator: Hex): string {
  return bech32(`${bech32Prefix}valoper`, operator);
}

/** The operator that a message names. Refuses what is no operator's address. */
export function operatorOf({ bech32Prefix }: Context, text: string): Hex {
  return addressOf(`${bech32Prefix}valoper`, text) ?? refuse('invalidAddress', `${text} is not a validator's address`);
}

/** The account that a message names. Refuses what is no account's address. */
export function accountOf({ bech32Prefix }: Context, text: string): Hex {
  return addressOf(bech32Prefix, text) ?? refuse('invalidAddress', `${text} is not an account's address`);
}

/** Writes a validator whose place in the order of power stays as it is. */
export function saveValidator({ draft }: Context, operator: Hex, validator: ValidatorRow): void {
  draft.set(validators, operator, validator);
}

/** Writes a validator and moves it to the place that its tokens give it; the jailed have none. */
export function rankValidator(context: Context, operator: Hex, before: ValidatorRow, after: ValidatorRow): void {
  unrank(context, operator, before);
  saveValidator(context, operator, after);
  rank(context, operator, after);
}

/** Puts a validator into the order of power, unless it is jailed. */
export function rank({ draft }: Context, operator: Hex, { jailed, tokens }: ValidatorRow): void {
  if (!jailed) draft.set(validatorsByPower, validatorsByPower.key(powerOf(tokens), operator), operator);
}

/** Takes a validator out of the order of power. */
export function unrank({ draft }: Context, operator: Hex, { tokens }: ValidatorRow): void {
  draft.delete(validatorsByPower, validatorsByPower.key(powerOf(tokens), operator));
}
