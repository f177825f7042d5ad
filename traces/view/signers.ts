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

/** A key that may sign on a consumer, and the own key of the validator whose it is or lately was (ADR-001). */
export interface ConsumerSigner {
  readonly key: string;
  readonly owner: string;
  /** Whether the validator is unbonding; only where such validators are drawn. */
  readonly leaving: boolean;
}

/**
 * The keys that validators of a consumer have there, and those that they gave up and that are not pruned; of bonded
 * validators, and of those whom nobody can punish.
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

/** Whether a validator is between being bonded and unbonded. */
function isLeaving(state: State, consensusAddress: Hex): boolean {
  const operator = rowsOf(state, validatorsByConsensusAddress).get(consensusAddress) ?? '';
  return rowsOf(state, validators).get(operator)?.status === 'BOND_STATUS_UNBONDING';
}

interface Signer {
  /** The name of its key on the chain. */
  readonly name: string;
  readonly power: bigint;
}

/** Who signs the next block of a chain, the weakest first. */
function signers(world: World, name: ChainName): readonly Signer[] {
  const chain = world.chains.get(name);
  if (chain === undefined) return [];
  return setAt(chain, Number(chain.height) + 1)
    .map(({ address, power }) => ({ name: consensusKeyAt(address)?.name ?? '', power }))
    .toReversed();
}

/** The names of keys that a chain can do without in its next block, each alone; the weakest come first. */
export function sparedSigners(world: World, chain: ChainName): string[] {
  const all = signers(world, chain);
  return all.filter((signer) => leavesTwoThirds([signer], all)).map(({ name }) => name);
}

/** Whether these keys sign the next block of a chain and it can do without all of them. */
export function canSpare(world: World, chain: ChainName, names: readonly string[]): boolean {
  const all = signers(world, chain);
  const absent = all.filter(({ name }) => names.includes(name));
  return absent.length === names.length && leavesTwoThirds(absent, all);
}

/** The validator of the provider that a key of a consumer belongs to, by name. */
export function providerNameOf(world: World, consumer: ChainName, key: string): string | undefined {
  const { state } = world.provider.model;
  const { address } = consensusKey(key);
  const id = world.consumerId(consumer);
  const own = rowsOf(state, validatorsByConsumerAddress).get(validatorsByConsumerAddress.key(id, address)) ?? address;
  const operator = rowsOf(state, validatorsByConsensusAddress).get(own);
  return operator === undefined ? undefined : accountKeyAt(operator)?.name;
}

/** Without more than two thirds of the power no block is decided (CometBFT), and no light client follows (ICS-07). */
function leavesTwoThirds(absent: readonly Signer[], all: readonly Signer[]): boolean {
  return 3n * powerOf(absent) < powerOf(all);
}

function powerOf(list: readonly Signer[]): bigint {
  return list.reduce((sum, { power }) => sum + power, 0n);
}
