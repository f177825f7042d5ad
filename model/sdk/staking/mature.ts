import { ascending } from '../../../specs/order.ts';
import { redelegations, type UnbondingEntry } from '../../../specs/tables/staking/delegation.ts';
import { redelegationQueue, unbondingQueue, validatorQueue } from '../../../specs/tables/staking/unbonding.ts';
import type { Hex, Nanos } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { addCoins, takeCoins } from '../bank/balances.ts';
import type { StakingHooks } from './hooks.ts';
import { bondCoins, poolOf } from './pools.ts';
import { keyOf, setRedelegation, type Route } from './redelegate.ts';
import { removeValidator } from './remove.ts';
import { dequeueValidator } from './transitions.ts';
import { unindexUnbonding } from './unbonding-id.ts';
import { setUnbonding, unbondingOf } from './undelegate.ts';
import { accountOf, operatorOf, saveValidator, validatorAt } from './validators.ts';

/** Completes all mature unbondings at the end of a block: validators, delegations and redelegations. */
export function completeMature(context: Context, hooks: StakingHooks): void {
  const { draft, block } = context;
  for (const [, { addresses }] of due(draft.entries(validatorQueue), block.time)) {
    for (const address of addresses) completeValidator(context, hooks, operatorOf(context, address));
  }
  for (const [key, { pairs }] of due(draft.entries(unbondingQueue), block.time)) {
    draft.delete(unbondingQueue, key);
    for (const pair of pairs) {
      const delegator = accountOf(context, pair.delegator_address);
      completeUnbonding(context, delegator, operatorOf(context, pair.validator_address));
    }
  }
  for (const [key, { triplets }] of due(draft.entries(redelegationQueue), block.time)) {
    draft.delete(redelegationQueue, key);
    for (const triplet of triplets) {
      completeRedelegation(context, {
        delegator: accountOf(context, triplet.delegator_address),
        source: operatorOf(context, triplet.validator_src_address),
        destination: operatorOf(context, triplet.validator_dst_address),
      });
    }
  }
}

/** An unbonding validator is unbonded now, and removed when nobody delegates to it. Its numbers are never cleared. */
function completeValidator(context: Context, hooks: StakingHooks, operator: Hex): void {
  const validator = validatorAt(context, operator);
  for (const id of validator.unbonding_ids) unindexUnbonding(context, id);
  saveValidator(context, operator, { ...validator, status: 'BOND_STATUS_UNBONDED' });
  if (validator.delegator_shares === 0n) removeValidator(context, hooks, operator);
  dequeueValidator(context, operator, validator);
}

/** Pays mature unbonding entries. There may be none: they were cancelled, or another queue entry completed them. */
function completeUnbonding(context: Context, delegator: Hex, operator: Hex): void {
  const unbonding = unbondingOf(context, delegator, operator);
  if (unbonding === undefined) return;
  const [mature, open] = split(unbonding.entries, context.block.time);
  for (const entry of mature) payOut(context, delegator, entry);
  setUnbonding(context, delegator, operator, open);
}

function payOut(context: Context, delegator: Hex, { unbonding_id, balance }: UnbondingEntry): void {
  unindexUnbonding(context, unbonding_id);
  const coins = bondCoins(context, balance);
  takeCoins(context, moduleAddress(poolOf(false)), coins);
  addCoins(context, delegator, coins);
}

function completeRedelegation(context: Context, route: Route): void {
  const row = context.draft.get(redelegations, keyOf(route));
  if (row === undefined) return;
  const [mature, open] = split(row.entries, context.block.time);
  for (const { unbonding_id } of mature) unindexUnbonding(context, unbonding_id);
  setRedelegation(context, route, open);
}

function split<Entry extends { readonly completion_time: Nanos }>(
  entries: readonly Entry[],
  now: Nanos,
): readonly [mature: readonly Entry[], open: readonly Entry[]] {
  return [
    entries.filter((entry) => entry.completion_time <= now),
    entries.filter((entry) => entry.completion_time > now),
  ];
}

/** The due rows of a queue, the earliest first. Their keys begin with the time. */
function due<K extends string, Row>(queue: Iterable<[K, Row]>, now: Nanos): readonly [K, Row][] {
  const rows: { readonly key: K; readonly row: Row; readonly place: readonly [Nanos, bigint] }[] = [];
  for (const [key, row] of queue) {
    const [time = '0', height = '0'] = key.split('/');
    if (BigInt(time) <= now) rows.push({ key, row, place: [BigInt(time), BigInt(height)] });
  }
  return rows
    .toSorted((a, b) => ascending(a.place[0], b.place[0]) || ascending(a.place[1], b.place[1]))
    .map(({ key, row }) => [key, row]);
}
