import { rowsOf } from '../../specs/rows.ts';
import { addressOf } from '../../model/bech32.ts';
import { addressOfKey } from '../../model/consensus/validator-set.ts';
import { signingInfos } from '../../specs/tables/slashing.ts';
import { accountKey, accountKeyAt, consensusKey, consensusKeyAt } from '../setup/keys.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { isLifted } from '../generate/lifted.ts';
import { MOST_AT_GENESIS } from '../setup/setup-schema.ts';
import type { World } from '../world/world.ts';
import { cached } from './cached.ts';
import { accounts } from '../../specs/tables/auth.ts';
import { balances } from '../../specs/tables/bank.ts';
import {
  consumerKeys,
  lastProviderConsensusValidators,
  type PublicKeyRow,
} from '../../specs/tables/provider/validators.ts';
import { validators as table, type ValidatorRow } from '../../specs/tables/staking/validator.ts';

/** The parts of a validator that generation uses. */
export interface SeenValidator {
  /** The name of its operator. */
  readonly name: string;
  readonly tokens: bigint;
  readonly jailed: boolean;
}

/** The maximum number of validators. Go's sort is unstable for more, which leaves the order of ties undefined. */
const MOST_VALIDATORS = 12;

const seen = cached((rows: ReadonlyMap<string, ValidatorRow>): readonly SeenValidator[] =>
  [...rows.values()].flatMap(({ operator_address, tokens, jailed }) => {
    const name = accountKeyAt(addressOf('cosmosvaloper', operator_address) ?? '')?.name;
    return name === undefined ? [] : [{ name, tokens, jailed }];
  }),
);

/** The validators of the provider. */
export function validators(world: World): readonly SeenValidator[] {
  return seen(rowsOf(world.provider.model.state, table));
}

/** Names of existing accounts that could become validators, without those whose key is tombstoned. */
export function newValidators(world: World): readonly string[] {
  return candidates(world).filter((name) => isLifted(world, 'tombstoned-key') || !isTombstoned(world, name));
}

function candidates(world: World): readonly string[] {
  const taken = new Set(validators(world).map(({ name }) => name));
  const known = rowsOf(world.provider.model.state, accounts);
  const most = isLifted(world, 'many-new-validators') ? MOST_AT_GENESIS : MOST_VALIDATORS;
  return Array.from({ length: most }, (_, i) => `v${i}`).filter(
    (name) => !taken.has(name) && known.has(accountKey(name).address),
  );
}

/** Whether the provider has tombstoned a consensus key. */
export function isTombstoned(world: World, key: string): boolean {
  return rowsOf(world.provider.model.state, signingInfos).get(consensusKey(key).address)?.tombstoned === true;
}

/** Whether a validator is in the consensus set of the provider. */
export function isRunByProvider(world: World, validator: string): boolean {
  return rowsOf(world.provider.model.state, lastProviderConsensusValidators).has(consensusKey(validator).address);
}

/** The name of the next account that does not exist yet and could become a validator. */
export function nextValidator(world: World): string {
  return `v${validators(world).length + candidates(world).length}`;
}

/** The names of the assigned consumer keys. */
export function assignedKeys(world: World): readonly string[] {
  return keyNames(rowsOf(world.provider.model.state, consumerKeys));
}

const keyNames = cached((rows: ReadonlyMap<string, PublicKeyRow>): readonly string[] =>
  [...rows.values()].flatMap(({ ed25519 }) => consensusKeyAt(addressOfKey(ed25519))?.name ?? []),
);

/** The balance of an account in the bond denomination. */
export function balanceOf(world: World, name: string): bigint {
  return rowsOf(world.provider.model.state, balances).get(balances.key(accountKey(name).address, BOND_DENOM)) ?? 0n;
}
