import type { ChainName } from '../../specs/block.ts';
import { consensusKeyAt } from '../keys.ts';
import { setAt, type World } from '../world/world.ts';

/**
 * The names of keys that sign the next block of a chain and that it can do without, each alone: the others have more
 * than two thirds of the power, so that a light client still follows (ICS-07). The weakest come first.
 */
export function sparedSigners(world: World, name: ChainName): string[] {
  const chain = world.chains.get(name);
  if (chain === undefined) return [];
  const set = setAt(chain, Number(chain.height) + 1);
  const total = set.reduce((sum, { power }) => sum + power, 0n);
  return set
    .filter(({ power }) => 3n * power < total)
    .toReversed()
    .flatMap(({ address }) => consensusKeyAt(address)?.name ?? []);
}
