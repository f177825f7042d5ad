import {
  redelegations,
  redelegationsByDestination,
  redelegationsBySource,
  type RedelegationEntry,
} from '../../../specs/tables/staking/delegation.ts';
import type { AccountAddress, DestinationOperator, Operator, SourceOperator } from '../../../specs/key.ts';
import type { KeyIn } from '../../../specs/table.ts';
import { redelegationQueue } from '../../../specs/tables/staking/unbonding.ts';
import type { Hex, Nanos } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { ensure } from '../errors.ts';
import { delegate, ensureBondDenom, ensurePositive, type CoinField } from './delegate.ts';
import type { StakingHooks } from './hooks.ts';
import { stakingParamsOf } from './params.ts';
import { sharesToUnbond, unbond } from './unbond.ts';
import { indexUnbonding, takeUnbondingId } from './unbonding-id.ts';
import { accountOf, findValidator, operatorOf, operatorText, validatorAt } from './validators.ts';

/** `cosmos.staking.v1beta1.MsgBeginRedelegate`. */
export type MsgBeginRedelegate = MessageOf<{
  readonly delegator_address: string;
  readonly validator_src_address: string;
  readonly validator_dst_address: string;
  readonly amount: CoinField;
}>;

/** Whose redelegation it is, from where and to where. */
export interface Route {
  readonly delegator: AccountAddress;
  readonly source: SourceOperator;
  readonly destination: DestinationOperator;
}

/** Handles `MsgBeginRedelegate`: the delegation moves at once, but stays liable for its source until it matures. */
export function redelegate(context: Context, hooks: StakingHooks, message: MsgBeginRedelegate): void {
  const source = operatorOf(context, message.validator_src_address);
  const destination = operatorOf(context, message.validator_dst_address);
  const delegator = accountOf(context, message.delegator_address);
  ensurePositive(message.amount);
  const shares = sharesToUnbond(context, delegator, source, message.amount.amount);
  ensureBondDenom(context, message.amount);
  const route = { delegator, source, destination };
  ensureAllowed(context, route);
  const bonded = validatorAt(context, source).status === 'BOND_STATUS_BONDED';
  // Read before the source is touched, as the chain does.
  const receiver = validatorAt(context, destination);
  const tokens = unbond(context, hooks, delegator, source, shares);
  ensure(tokens > 0n, 'tinyRedelegation', 'the shares are worth no token');
  const bought = delegate(context, hooks, delegator, destination, receiver, tokens, bonded ? 'bonded' : 'not-bonded');
  // An unbonded source that lost its last shares is gone by now, and the chain refuses what emptied it.
  ensure(findValidator(context, source) !== undefined, 'validatorNotFound', 'the source is removed');
  const begin = beginOf(context, source);
  if (begin === undefined) return;
  const id = takeUnbondingId(context);
  const entries = context.draft.get(redelegations, keyOf(route))?.entries ?? [];
  const entry = { initial_balance: tokens, shares_dst: bought, unbonding_id: id, unbonding_on_hold_ref_count: 0n };
  setRedelegation(context, route, [...entries, { ...begin, ...entry }]);
  indexUnbonding(context, id, 'redelegation', '34', [delegator, source, destination]);
  enqueueRedelegation(context, route, begin.completion_time);
}

/** Writes what moved along a route; without entries it is removed. */
export function setRedelegation(context: Context, route: Route, entries: readonly RedelegationEntry[]): void {
  const { draft } = context;
  const { delegator, source, destination } = route;
  const bySource = redelegationsBySource.key(source, delegator, destination);
  const byDestination = redelegationsByDestination.key(destination, delegator, source);
  if (entries.length === 0) {
    draft.delete(redelegations, keyOf(route));
    draft.delete(redelegationsBySource, bySource);
    draft.delete(redelegationsByDestination, byDestination);
  } else {
    draft.set(redelegations, keyOf(route), { ...textsOf(context, route), entries });
    draft.set(redelegationsBySource, bySource, '');
    draft.set(redelegationsByDestination, byDestination, '');
  }
}

/** The key of a route's row. */
export function keyOf({ delegator, source, destination }: Route): KeyIn<typeof redelegations> {
  return redelegations.key(delegator, source, destination);
}

function ensureAllowed(context: Context, route: Route): void {
  const { draft } = context;
  const { delegator, source, destination } = route;
  const receiver: Operator = source;
  ensure(receiver !== destination, 'selfRedelegation', 'source and destination are the same');
  ensure(findValidator(context, destination) !== undefined, 'badRedelegationDestination', 'no such destination');
  const prefix = redelegationsByDestination.keyPrefix(receiver, delegator);
  const receiving = [...draft.entries(redelegationsByDestination)].some(([key]) => key.startsWith(prefix));
  ensure(!receiving, 'transitiveRedelegation', 'what moved to the source is still liable for another validator');
  const entries = draft.get(redelegations, keyOf(route))?.entries ?? [];
  const { max_entries } = stakingParamsOf(context);
  ensure(
    entries.length === 0 || entries.length < max_entries,
    'tooManyRedelegationEntries',
    'too many redelegation entries',
  );
}

/** The start and end of a redelegation's liability; `undefined` if its source is unbonded, so that there is none. */
function beginOf(
  context: Context,
  source: Hex,
): { readonly creation_height: bigint; readonly completion_time: Nanos } | undefined {
  const { status, unbonding_height, unbonding_time } = validatorAt(context, source);
  const { height, time } = context.block;
  if (status === 'BOND_STATUS_UNBONDED') return undefined;
  if (status === 'BOND_STATUS_UNBONDING') return { creation_height: unbonding_height, completion_time: unbonding_time };
  return { creation_height: height, completion_time: time + stakingParamsOf(context).unbonding_time };
}

/** Puts a redelegation into the queue for the time at which one of its entries matures. */
export function enqueueRedelegation(context: Context, route: Route, completion: Nanos): void {
  const key = redelegationQueue.key(completion);
  const triplets = context.draft.get(redelegationQueue, key)?.triplets ?? [];
  context.draft.set(redelegationQueue, key, { triplets: [...triplets, textsOf(context, route)] });
}

function textsOf(context: Context, { delegator, source, destination }: Route) {
  return {
    delegator_address: bech32(context.bech32Prefix, delegator),
    validator_src_address: operatorText(context, source),
    validator_dst_address: operatorText(context, destination),
  };
}
