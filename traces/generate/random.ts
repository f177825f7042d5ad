import { createHash } from 'node:crypto';
import { Random, type Arbitrary } from 'fast-check';

/** Marsaglia's xorshift with 128 bits of state: the same numbers on every machine, independent of any library. */
class Xorshift128 {
  #state: readonly [number, number, number, number];

  constructor(state: readonly [number, number, number, number]) {
    this.#state = state;
  }

  clone(): Xorshift128 {
    return new Xorshift128(this.#state);
  }

  next(): number {
    const [a, b, c, d] = this.#state;
    let mixed = d ^ (d << 11);
    mixed = (mixed ^ (mixed >>> 8) ^ a ^ (a >>> 19)) | 0;
    this.#state = [mixed, a, b, c];
    return mixed;
  }

  getState(): readonly number[] {
    return this.#state;
  }
}

/** The random numbers for a text, which names the seed and the place of use. */
export function randomOf(text: string): Random {
  const hash = createHash('sha256').update(text).digest();
  return new Random(
    new Xorshift128([hash.readInt32LE(0) | 1, hash.readInt32LE(4), hash.readInt32LE(8), hash.readInt32LE(12)]),
  );
}

/** Picks an item with a probability proportional to its integer weight; `undefined` if all weights are 0. */
export function pick<Item>(
  random: Random,
  items: readonly Item[],
  weightOf: (item: Item) => number = () => 1,
): Item | undefined {
  const weights = items.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return undefined;
  let left = random.nextInt(1, total);
  return items.find((_, i) => (left -= weights[i] ?? 0) <= 0);
}

/** True with the given probability in percent. */
export function chance(random: Random, percent: number): boolean {
  return random.nextInt(1, 100) <= percent;
}

/** Draws a value of an arbitrary. */
export function drawn<Drawn>(arbitrary: Arbitrary<Drawn>, random: Random): Drawn {
  return arbitrary.generate(random, undefined).value;
}
