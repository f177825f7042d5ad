import type { Context, MessageOf } from '../../context.ts';
import { ensure } from '../errors.ts';
import { delegate, ensureBondDenom, ensurePositive, type CoinField } from './delegate.ts';
import type { StakingHooks } from './hooks.ts';
import { hasInvalidExchangeRate } from './shares.ts';
import { setUnbonding, unbondingOf } from './undelegate.ts';
import { accountOf, operatorOf, validatorAt } from './validators.ts';

/** `cosmos.staking.v1beta1.MsgCancelUnbondingDelegation`. */
export type MsgCancelUnbondingDelegation = MessageOf<{
  readonly delegator_address: string;
  readonly validator_address: string;
  readonly amount: CoinField;
  readonly creation_height: bigint;
}>;

/**
 * Handles `MsgCancelUnbondingDelegation`: delegates tokens that unbond back to their validator.
 * The number of an entry that is gone stays in the index, and its pair in the queue.
 */
export function cancelUnbonding(context: Context, hooks: StakingHooks, message: MsgCancelUnbondingDelegation): void {
  const operator = operatorOf(context, message.validator_address);
  const delegator = accountOf(context, message.delegator_address);
  const { amount } = message.amount;
  ensurePositive(message.amount);
  ensure(message.creation_height > 0n, 'invalidRequest', 'not a height');
  ensureBondDenom(context, message.amount);
  const validator = validatorAt(context, operator);
  ensure(!hasInvalidExchangeRate(validator), 'invalidExchangeRate', 'shares of the validator are worth nothing');
  ensure(!validator.jailed, 'validatorJailed', 'the validator is jailed');
  const unbonding = unbondingOf(context, delegator, operator);
  ensure(unbonding !== undefined, 'unregistered', 'nothing unbonds');
  const entry = unbonding.entries.find(({ creation_height }) => creation_height === message.creation_height);
  ensure(entry !== undefined, 'notFound', 'nothing unbonds since that height');
  ensure(entry.balance >= amount, 'invalidRequest', 'less than that unbonds');
  ensure(entry.completion_time >= context.block.time, 'invalidRequest', 'it has unbonded already');
  delegate(context, hooks, delegator, operator, validator, amount, 'not-bonded');
  const less = { ...entry, balance: entry.balance - amount, initial_balance: entry.initial_balance - amount };
  setUnbonding(
    context,
    delegator,
    operator,
    unbonding.entries.flatMap((other) => (other !== entry ? [other] : less.balance === 0n ? [] : [less])),
  );
}
