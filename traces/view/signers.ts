import type { ChainName } from '../../specs/block.ts';
import { consensusKeyAt } from '../keys.ts';
import { setAt, type World } from '../world/world.ts';

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

/** Without more than two thirds of the power no block is decided (CometBFT), and no light client follows (ICS-07). */
function leavesTwoThirds(absent: readonly Signer[], all: readonly Signer[]): boolean {
  return 3n * powerOf(absent) < powerOf(all);
}

function powerOf(list: readonly Signer[]): bigint {
  return list.reduce((sum, { power }) => sum + power, 0n);
}
