import * as fc from 'fast-check';
import type { ChainName } from '../../specs/block.ts';
import { sparedSigners } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { rarely } from './part.ts';

/** A window that is no longer than this can be filled by a trace. */
const SHORT = 10;

/** Whether a validator of the chain can miss so many blocks in one trace that it is punished. */
export function hasShortWindow({ setup }: World, chain: ChainName): boolean {
  return (chain === 'provider' ? setup.signedBlocksWindow : setup.consumerSignedBlocksWindow) <= SHORT;
}

/** Mostly all sign; otherwise one does not, more often where it has consequences, and mostly the weakest. */
export function someAbsent(world: World, chain: ChainName): fc.Arbitrary<readonly string[] | undefined> {
  const spared = sparedSigners(world, chain);
  const [weakest] = spared;
  if (weakest === undefined) return fc.constant(undefined);
  const absent = fc.oneof(
    { weight: 3, arbitrary: fc.constant<readonly string[]>([weakest]) },
    { weight: 1, arbitrary: fc.constantFrom(...spared).map((name) => [name]) },
  );
  return rarely(hasShortWindow(world, chain) ? 25 : 4, absent);
}
