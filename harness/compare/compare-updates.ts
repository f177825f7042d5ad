import type { ValidatorUpdate } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';
import type { Difference } from './difference.ts';

/**
 * The differences in the validator updates of a block, by key: consensus does not care for their order,
 * but refuses a key that comes twice (ABCI).
 */
export function compareUpdates(
  expected: readonly ValidatorUpdate[],
  observed: readonly ValidatorUpdate[],
): Difference[] {
  const mine = powersOf(expected);
  const theirs = powersOf(observed);
  const differences: Difference[] = [];
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const [powers = [], others = []] = [mine.get(key), theirs.get(key)];
    if (powers.length < 2 && others.length < 2 && powers[0] === others[0]) continue;
    differences.push({
      kind: 'validator-update',
      path: ['validator-updates', key],
      expected: powers.length > 1 ? powers : powers[0],
      observed: others.length > 1 ? others : others[0],
    });
  }
  return differences;
}

function powersOf(updates: readonly ValidatorUpdate[]): ReadonlyMap<Hex, readonly bigint[]> {
  const powers = new Map<Hex, bigint[]>();
  for (const { pubKey, power } of updates) {
    const known = powers.get(pubKey);
    if (known === undefined) powers.set(pubKey, [power]);
    else known.push(power);
  }
  return powers;
}
