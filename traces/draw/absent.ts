import * as fc from 'fast-check';
import type { ChainName } from '../../specs/block.ts';
import { sparedSigners } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { rarely } from './part.ts';

/** A trace is long enough to fill a signing window of up to this many blocks. */
const SHORT = 10;

/** Whether the signing window of the chain is short enough for a trace to cause a downtime. */
export function hasShortWindow({ setup }: World, chain: ChainName): boolean {
  return (chain === 'provider' ? setup.signedBlocksWindow : setup.consumerSignedBlocksWindow) <= SHORT;
}

/** Usually all sign. Otherwise one validator does not, usually the weakest, and more often if the window is short. */
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
