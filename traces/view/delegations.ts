import type { KeyIn } from '../../specs/table.ts';
import { rowsOf } from '../../specs/rows.ts';
import { addressOf } from '../../model/bech32.ts';
import { accountKey, accountKeyAt } from '../setup/keys.ts';
import type { World } from '../world/world.ts';
import { cached } from './cached.ts';
import {
  delegations as table,
  unbondingDelegations,
  type DelegationRow,
  type UnbondingDelegationRow,
} from '../../specs/tables/staking/delegation.ts';
import { validators } from '../../specs/tables/staking/validator.ts';

/** A delegator and a validator, by name. */
export interface Delegation {
  readonly by: string;
  readonly validator: string;
}

/** An unbonding entry; `entry` 1 is the newest of its delegator and validator. */
export interface Unbonding extends Delegation {
  readonly entry: number;
  readonly balance: bigint;
}

const pairs = cached((rows: ReadonlyMap<string, DelegationRow>): readonly Delegation[] =>
  [...rows.values()].flatMap((row) => pairOf(row) ?? []),
);

const entriesOf = cached((rows: ReadonlyMap<string, UnbondingDelegationRow>): readonly Unbonding[] =>
  [...rows.values()].flatMap((row) => {
    const pair = pairOf(row);
    if (pair === undefined) return [];
    return row.entries.map(({ balance }, i) => ({ ...pair, entry: row.entries.length - i, balance }));
  }),
);

/** All delegations on the provider. */
export function delegations(world: World): readonly Delegation[] {
  return pairs(rowsOf(world.provider.model.state, table));
}

/** The tokens of a delegation, rounded down. */
export function stakeOf(world: World, pair: Delegation): bigint {
  const { state } = world.provider.model;
  const delegation = rowsOf(state, table).get(keyOf(pair));
  const validator = rowsOf(state, validators).get(accountKey(pair.validator).address);
  if (delegation === undefined || validator === undefined || validator.delegator_shares === 0n) return 0n;
  return (delegation.shares * validator.tokens) / validator.delegator_shares;
}

/** All unbonding entries. */
export function unbondings(world: World): readonly Unbonding[] {
  return entriesOf(rowsOf(world.provider.model.state, unbondingDelegations));
}

/** The unbonding entries of a delegator and validator, oldest first. */
export function unbondingEntries(world: World, pair: Delegation): UnbondingDelegationRow['entries'] {
  return rowsOf(world.provider.model.state, unbondingDelegations).get(keyOf(pair))?.entries ?? [];
}

function keyOf({ by, validator }: Delegation): KeyIn<typeof table> {
  return table.key(accountKey(by).address, accountKey(validator).address);
}

function pairOf(row: {
  readonly delegator_address: string;
  readonly validator_address: string;
}): Delegation | undefined {
  const by = accountKeyAt(addressOf('cosmos', row.delegator_address) ?? '')?.name;
  const validator = accountKeyAt(addressOf('cosmosvaloper', row.validator_address) ?? '')?.name;
  return by === undefined || validator === undefined ? undefined : { by, validator };
}
