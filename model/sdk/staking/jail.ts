import type { ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { rank, saveValidator, unrank } from './validators.ts';

/** Jails a validator that is not in jail: it leaves the order of power, and the bonded set at the end of the block. */
export function jailValidator(context: Context, operator: Hex, validator: ValidatorRow): void {
  saveValidator(context, operator, { ...validator, jailed: true });
  unrank(context, operator, validator);
}

/** Lets a validator out of jail: it has its place in the order of power again. */
export function unjailValidator(context: Context, operator: Hex, validator: ValidatorRow): void {
  const free = { ...validator, jailed: false };
  saveValidator(context, operator, free);
  rank(context, operator, free);
}
