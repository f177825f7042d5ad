import { SINGLETON } from '../../../specs/key.ts';
import { lastTotalPower, lastValidatorPowers } from '../../../specs/tables/staking/validator.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';

/** The power of a validator in the last set; 0 if it was not in it (SDK, `GetLastValidatorPower`). */
export function lastPowerOf({ draft }: Context, operator: Hex): bigint {
  return draft.get(lastValidatorPowers, operator)?.value ?? 0n;
}

/** The sum of the powers of the last set (SDK, `GetLastTotalPower`). */
export function lastTotalPowerOf({ draft }: Context): bigint {
  return draft.get(lastTotalPower, SINGLETON)?.int ?? 0n;
}

const orders = new WeakMap<object, readonly Hex[]>();

/** The operators of the last set, by address. */
export function lastOperators({ draft }: Context): readonly Hex[] {
  return draft.derived(lastValidatorPowers, (rows) => [...rows.keys()].toSorted(), orders);
}
