import { rowsOf } from '../../specs/rows.ts';
import type { ChainName } from '../../specs/block.ts';
import { addressOfKey } from '../../model/consensus/validator-set.ts';
import { consumerValidators, validatorsByConsumerAddress } from '../../specs/tables/provider/validators.ts';
import { validators, validatorsByConsensusAddress } from '../../specs/tables/staking/validator.ts';
import type { Hex } from '../../specs/value.ts';
import type { State } from '../../model/draft.ts';
import { accountKeyAt, consensusKey, consensusKeyAt } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { setAt, type World } from '../world/world.ts';

/** A key that may sign on a consumer, and the provider key of its validator, current or recent (ADR-001). */
export interface ConsumerSigner {
  readonly key: string;
  readonly owner: string;
  /** Whether the validator is unbonding. Set only if such validators are drawn. */
  readonly leaving: boolean;
}

/**
 * The consumer keys of the validators of a consumer, and their previous keys that are not pruned yet. Only keys of
 * bonded validators, and of those that cannot be punished.
 */
export function consumerSigners(world: World, consumer: ChainName): readonly ConsumerSigner[] {
  const { state } = world.provider.model;
  const prefix = `${world.consumerId(consumer)}/`;
  const known = rowsOf(state, validatorsByConsumerAddress);
  const own = [...rowsOf(state, consumerValidators)].flatMap(([key, { public_key }]) =>
    key.startsWith(prefix) ? [addressOfKey(public_key.ed25519)] : [],
  );
  const assigned = [...known.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  return [...new Set([...own, ...assigned])].flatMap((address) => {
    const provider = known.get(validatorsByConsumerAddress.key(world.consumerId(consumer), address)) ?? address;
    const key = consensusKeyAt(address)?.name;
    const owner = consensusKeyAt(provider)?.name;
    const leaving = isLeaving(state, provider);
    const isLeftOut = leaving && !isLifted(world, 'evidence-against-unbonding');
    return key === undefined || owner === undefined || isLeftOut ? [] : [{ key, owner, leaving }];
  });
}

/** Whether a validator is unbonding. */
function isLeaving(state: State, consensusAddress: Hex): boolean {
  const operator = rowsOf(state, validatorsByConsensusAddress).get(consensusAddress) ?? '';
  return rowsOf(state, validators).get(operator)?.status === 'BOND_STATUS_UNBONDING';
}

interface Signer {
  /** The name of its key on this chain. */
  readonly name: string;
  readonly power: bigint;
}

/** The signers of the next block of a chain, by increasing power. */
function signers(world: World, name: ChainName): readonly Signer[] {
  const chain = world.chains.get(name);
  if (chain === undefined) return [];
  return setAt(chain, Number(chain.height) + 1)
    .map(({ address, power }) => ({ name: consensusKeyAt(address)?.name ?? '', power }))
    .toReversed();
}

/** The names of the keys that the next block of a chain does not need, each on its own, by increasing power. */
export function sparedSigners(world: World, chain: ChainName): string[] {
  const all = signers(world, chain);
  return all.filter((signer) => leavesTwoThirds([signer], all)).map(({ name }) => name);
}

/** Whether these keys sign the next block of a chain, and it does not need any of them. */
export function canSpare(world: World, chain: ChainName, names: readonly string[]): boolean {
  const all = signers(world, chain);
  const absent = all.filter(({ name }) => names.includes(name));
  return absent.length === names.length && leavesTwoThirds(absent, all);
}

/** The name of the validator that a consumer key belongs to. */
export function providerNameOf(world: World, consumer: ChainName, key: string): string | undefined {
  const { state } = world.provider.model;
  const { address } = consensusKey(key);
  const id = world.consumerId(consumer);
  const own = rowsOf(state, validatorsByConsumerAddress).get(validatorsByConsumerAddress.key(id, address)) ?? address;
  const operator = rowsOf(state, validatorsByConsensusAddress).get(own);
  return operator === undefined ? undefined : accountKeyAt(operator)?.name;
}

/** A commit (CometBFT) and a light client update (ICS-07) need more than two thirds of the power. */
function leavesTwoThirds(absent: readonly Signer[], all: readonly Signer[]): boolean {
  return 3n * powerOf(absent) < powerOf(all);
}

function powerOf(list: readonly Signer[]): bigint {
  return list.reduce((sum, { power }) => sum + power, 0n);
}
