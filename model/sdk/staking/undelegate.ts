import {
  unbondingDelegations,
  unbondingDelegationsByValidator,
  type UnbondingDelegationRow,
  type UnbondingEntry,
} from '../../../specs/tables/staking/delegation.ts';
import { unbondingQueue } from '../../../specs/tables/staking/unbonding.ts';
import type { Hex, Nanos } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { ensure } from '../errors.ts';
import { ensureBondDenom, ensurePositive, type CoinField } from './delegate.ts';
import type { StakingHooks } from './hooks.ts';
import { stakingParamsOf } from './params.ts';
import { moveToNotBonded } from './pools.ts';
import { sharesToUnbond, unbond } from './unbond.ts';
import { indexUnbonding, takeUnbondingId } from './unbonding-id.ts';
import { accountOf, operatorOf, operatorText, validatorAt } from './validators.ts';

/** `cosmos.staking.v1beta1.MsgUndelegate`. */
export type MsgUndelegate = MessageOf<{
  readonly delegator_address: string;
  readonly validator_address: string;
  readonly amount: CoinField;
}>;

/** Handles `MsgUndelegate`: the tokens mature after the unbonding time. */
export function undelegateMessage(context: Context, hooks: StakingHooks, message: MsgUndelegate): void {
  const operator = operatorOf(context, message.validator_address);
  const delegator = accountOf(context, message.delegator_address);
  ensurePositive(message.amount);
  const shares = sharesToUnbond(context, delegator, operator, message.amount.amount);
  ensureBondDenom(context, message.amount);
  const { status } = validatorAt(context, operator);
  const { max_entries, unbonding_time } = stakingParamsOf(context);
  const entries = unbondingOf(context, delegator, operator)?.entries ?? [];
  ensure(entries.length < max_entries, 'tooManyUnbondingEntries', 'too many unbonding entries');
  const tokens = unbond(context, hooks, delegator, operator, shares);
  if (status === 'BOND_STATUS_BONDED') moveToNotBonded(context, tokens);
  startUnbonding(context, delegator, operator, tokens, context.block.time + unbonding_time);
}

/** What an account unbonds from a validator. */
export function unbondingOf({ draft }: Context, delegator: Hex, operator: Hex): UnbondingDelegationRow | undefined {
  return draft.get(unbondingDelegations, unbondingDelegations.key(delegator, operator));
}

/** Writes what an account unbonds from a validator; without entries it is removed. */
export function setUnbonding(
  context: Context,
  delegator: Hex,
  operator: Hex,
  entries: readonly UnbondingEntry[],
): UnbondingDelegationRow {
  const { draft } = context;
  const row = {
    delegator_address: bech32(context.bech32Prefix, delegator),
    validator_address: operatorText(context, operator),
    entries,
  };
  if (entries.length === 0) {
    draft.delete(unbondingDelegations, unbondingDelegations.key(delegator, operator));
    draft.delete(unbondingDelegationsByValidator, unbondingDelegationsByValidator.key(operator, delegator));
  } else {
    draft.set(unbondingDelegations, unbondingDelegations.key(delegator, operator), row);
    draft.set(unbondingDelegationsByValidator, unbondingDelegationsByValidator.key(operator, delegator), '');
  }
  return row;
}

/** Entries of the same block are merged, but each takes an unbonding id and a queue entry. */
function startUnbonding(context: Context, delegator: Hex, operator: Hex, tokens: bigint, completion: bigint): void {
  const id = takeUnbondingId(context);
  const height = context.block.height;
  const entries = unbondingOf(context, delegator, operator)?.entries ?? [];
  const same = entries.find((entry) => entry.creation_height === height && entry.completion_time === completion);
  const row = setUnbonding(
    context,
    delegator,
    operator,
    same === undefined
      ? [...entries, entryOf(height, completion, tokens, id)]
      : entries.map((entry) => (entry === same ? grow(entry, tokens) : entry)),
  );
  if (same === undefined) indexUnbonding(context, id, 'delegation', '32', [delegator, operator]);
  enqueueUnbonding(context, row, completion);
}

/** Puts an unbonding delegation into the queue for the time at which one of its entries matures. */
export function enqueueUnbonding(
  { draft }: Context,
  { delegator_address, validator_address }: UnbondingDelegationRow,
  completion: Nanos,
): void {
  const pairs = draft.get(unbondingQueue, unbondingQueue.key(completion))?.pairs ?? [];
  draft.set(unbondingQueue, unbondingQueue.key(completion), {
    pairs: [...pairs, { delegator_address, validator_address }],
  });
}

function entryOf(height: bigint, completion: bigint, tokens: bigint, id: bigint): UnbondingEntry {
  return {
    creation_height: height,
    completion_time: completion,
    initial_balance: tokens,
    balance: tokens,
    unbonding_id: id,
    unbonding_on_hold_ref_count: 0n,
  };
}

function grow(entry: UnbondingEntry, tokens: bigint): UnbondingEntry {
  return { ...entry, initial_balance: entry.initial_balance + tokens, balance: entry.balance + tokens };
}
