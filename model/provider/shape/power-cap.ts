import { goSorted } from './go-sort.ts';

/** Something with a power. */
interface Powered {
  readonly power: bigint;
}

/** The most powerful first; equals as Go's sort leaves them. */
export function byPower<Validator extends Powered>(validators: readonly Validator[]): Validator[] {
  return goSorted(validators, (a, b) => a.power > b.power);
}

/**
 * Caps powers at `percent` of their sum, rounded down but at least 1 (ADR-015). What is cut off goes in equal parts to
 * those below the cap, the most powerful first, and none of them gets above it; what can't be given away is lost.
 */
export function capPowers<Validator extends Powered>(validators: readonly Validator[], percent: number): Validator[] {
  const sum = validators.reduce((total, { power }) => total + power, 0n);
  const floor = (sum * BigInt(percent)) / 100n;
  const cap = floor === 0n ? 1n : floor;
  let excess = 0n;
  let below = 0n;
  for (const { power } of validators) {
    if (power >= cap) excess += power - cap;
    else below += 1n;
  }
  return byPower(validators).map((validator) => {
    const { power } = validator;
    if (power >= cap) return { ...validator, power: cap };
    const share = excess / below;
    const raised = power + share < cap ? power + share : cap;
    excess -= raised - power;
    below -= 1n;
    return { ...validator, power: raised };
  });
}
