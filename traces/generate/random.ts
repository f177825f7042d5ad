import { createHash } from 'node:crypto';
import { Random, type Arbitrary } from 'fast-check';

/** Marsaglia's xorshift with 128 bits of state: the same numbers on every machine and with every library. */
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

/** The random numbers that belong to a text: a seed and the place where they are used. */
export function randomOf(text: string): Random {
  const hash = createHash('sha256').update(text).digest();
  return new Random(
    new Xorshift128([hash.readInt32LE(0) | 1, hash.readInt32LE(4), hash.readInt32LE(8), hash.readInt32LE(12)]),
  );
}

/** One of the items, each as likely as its weight; `undefined` when no item has any. Weights are integers. */
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

/** True in so many of a hundred cases. */
export function chance(random: Random, percent: number): boolean {
  return random.nextInt(1, 100) <= percent;
}

/** What an arbitrary gives for these random numbers. */
export function drawn<Drawn>(arbitrary: Arbitrary<Drawn>, random: Random): Drawn {
  return arbitrary.generate(random, undefined).value;
}
