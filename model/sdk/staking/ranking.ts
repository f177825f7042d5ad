import { descending } from '../../../specs/order.ts';
import { validatorsByPower, type ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { stakingParamsOf } from './params.ts';
import { validatorAt } from './validators.ts';

const rankings = new WeakMap<object, readonly Hex[]>();

/** The operators of all validators outside of jail: the most powerful first, equals by address. */
export function operatorsByPower({ draft }: Context): readonly Hex[] {
  return draft.derived(validatorsByPower, rank, rankings);
}

function rank(rows: ReadonlyMap<string, Hex>): readonly Hex[] {
  const ranked = [...rows].map(([key, operator]) => ({ operator, power: BigInt(key.slice(0, key.indexOf('/'))) }));
  ranked.sort((a, b) => descending(a.power, b.power) || (a.operator < b.operator ? -1 : 1));
  return ranked.map(({ operator }) => operator);
}

/** A validator with its operator's address. */
export interface RankedValidator {
  readonly operator: Hex;
  readonly validator: ValidatorRow;
}

/**
 * The bonded validators, the most powerful first, at most `max_validators` (SDK, `GetBondedValidatorsByPower`).
 * Within a block their tokens may differ from the powers of the last set.
 */
export function bondedValidatorsByPower(context: Context): readonly RankedValidator[] {
  const { max_validators } = stakingParamsOf(context);
  return operatorsByPower(context)
    .map((operator) => ({ operator, validator: validatorAt(context, operator) }))
    .filter(({ validator }) => validator.status === 'BOND_STATUS_BONDED')
    .slice(0, max_validators);
}
