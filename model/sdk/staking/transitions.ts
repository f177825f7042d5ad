import type { KeyIn } from '../../../specs/table.ts';
import { validatorQueue } from '../../../specs/tables/staking/unbonding.ts';
import type { ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import type { StakingHooks } from './hooks.ts';
import { stakingParamsOf } from './params.ts';
import { indexUnbonding, takeUnbondingId } from './unbonding-id.ts';
import { consensusAddressOf, operatorText, rankValidator } from './validators.ts';

/** A validator enters the bonded set. This cancels its unbonding, if there is one, but keeps the unbonding id. */
export function bondValidator(context: Context, hooks: StakingHooks, operator: Hex, validator: ValidatorRow): void {
  rankValidator(context, operator, validator, { ...validator, status: 'BOND_STATUS_BONDED' });
  dequeueValidator(context, operator, validator);
  hooks.afterValidatorBonded?.(context, consensusAddressOf(validator), operator);
}

/** A validator leaves the bonded set and is unbonded after the unbonding time. */
export function beginUnbonding(context: Context, hooks: StakingHooks, operator: Hex, validator: ValidatorRow): void {
  const { block } = context;
  const id = takeUnbondingId(context);
  const unbonding: ValidatorRow = {
    ...validator,
    status: 'BOND_STATUS_UNBONDING',
    unbonding_time: block.time + stakingParamsOf(context).unbonding_time,
    unbonding_height: block.height,
    unbonding_ids: [...validator.unbonding_ids, id],
  };
  rankValidator(context, operator, validator, unbonding);
  enqueueValidator(context, operator, unbonding);
  hooks.afterValidatorBeginUnbonding?.(context, consensusAddressOf(validator), operator);
  indexUnbonding(context, id, 'validator', '21', [operator]);
}

/** Puts a validator into the queue of those that unbond. */
export function enqueueValidator(context: Context, operator: Hex, validator: ValidatorRow): void {
  const { draft } = context;
  const key = queueKey(validator);
  const addresses = draft.get(validatorQueue, key)?.addresses ?? [];
  draft.set(validatorQueue, key, { addresses: [...addresses, operatorText(context, operator)] });
}

/** Takes a validator out of the queue of those that unbond. */
export function dequeueValidator(context: Context, operator: Hex, validator: ValidatorRow): void {
  const { draft } = context;
  const key = queueKey(validator);
  const text = operatorText(context, operator);
  const addresses = (draft.get(validatorQueue, key)?.addresses ?? []).filter((address) => address !== text);
  if (addresses.length === 0) draft.delete(validatorQueue, key);
  else draft.set(validatorQueue, key, { addresses });
}

function queueKey({ unbonding_time, unbonding_height }: ValidatorRow): KeyIn<typeof validatorQueue> {
  return validatorQueue.key(unbonding_time, unbonding_height);
}
