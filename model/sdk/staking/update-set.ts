import { SINGLETON } from '../../../specs/key.ts';
import type { ValidatorUpdate } from '../../../specs/block.ts';
import {
  lastTotalPower,
  lastValidatorPowers,
  validatorUpdates,
  type ValidatorRow,
} from '../../../specs/tables/staking/validator.ts';
import { updatesOf, type UpdateRow } from '../../../specs/tables/validator-update.ts';
import type { Context } from '../../context.ts';
import type { StakingHooks } from './hooks.ts';
import { lastOperators } from './last-set.ts';
import { stakingParamsOf } from './params.ts';
import { moveToBonded, moveToNotBonded } from './pools.ts';
import { operatorsByPower } from './ranking.ts';
import { beginUnbonding, bondValidator } from './transitions.ts';
import { powerOf, validatorAt } from './validators.ts';

/**
 * Updates the bonded set at the end of a block: the `max_validators` most powerful validators with some power are
 * bonded, all others that were bonded begin to unbond, and the tokens of both move between the pools.
 * What changed stands in the table of validator updates.
 */
export function updateBondedSet(context: Context, hooks: StakingHooks): void {
  const { draft } = context;
  const leaving = new Set(lastOperators(context));
  const updates: UpdateRow[] = [];
  let total = 0n;
  let entered = 0n;
  for (const operator of operatorsByPower(context).slice(0, stakingParamsOf(context).max_validators)) {
    const validator = validatorAt(context, operator);
    const power = powerOf(validator.tokens);
    if (power === 0n) break;
    if (validator.status !== 'BOND_STATUS_BONDED') {
      bondValidator(context, hooks, operator, validator);
      entered += validator.tokens;
    }
    if (draft.get(lastValidatorPowers, operator)?.value !== power) {
      updates.push(updateOf(validator, power));
      draft.set(lastValidatorPowers, operator, { value: power });
    }
    leaving.delete(operator);
    total += power;
  }
  let left = 0n;
  for (const operator of leaving) {
    const validator = validatorAt(context, operator);
    beginUnbonding(context, hooks, operator, validator);
    left += validator.tokens;
    draft.delete(lastValidatorPowers, operator);
    updates.push(updateOf(validator, 0n));
  }
  if (entered > left) moveToBonded(context, entered - left);
  else if (left > entered) moveToNotBonded(context, left - entered);
  if (updates.length > 0) draft.set(lastTotalPower, SINGLETON, { int: total });
  draft.set(validatorUpdates, SINGLETON, { updates });
}

/** The validator updates of the last change of the bonded set. */
export function newestUpdates({ draft }: Context): ValidatorUpdate[] {
  return updatesOf(draft.get(validatorUpdates, SINGLETON)?.updates ?? []);
}

function updateOf({ consensus_pubkey }: ValidatorRow, power: bigint): UpdateRow {
  return { pub_key: { ed25519: consensus_pubkey.key }, power };
}
