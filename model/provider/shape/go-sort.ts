/** The longest list that is sorted by insertion, which is stable. */
const FEW = 12;
/** The shortest list whose pivot is the median of three medians. */
const MANY = 50;
/** How many pairs in the wrong order are fixed in a list that looks sorted. */
const MENDED = 5;
/** The number of swaps that shows that the elements are in reverse order. */
const BACKWARDS = 12;

/** What the choice of a pivot says of the order. */
type Hint = 'rises' | 'falls' | 'unknown';

/**
 * A copy of the items in the order of Go's `sort.Slice`, which is not stable: a pattern-defeating quicksort (Orson Peters,
 * arXiv 2106.05123) from Go 1.19 on. The order of equal items is part of what the releases do. `less` says whether the
 * first item comes before the second.
 */
export function goSorted<Item>(items: readonly Item[], less: (a: Item, b: Item) => boolean): Item[] {
  const sorter = new Sorter([...items], less);
  sorter.sort(0, items.length, bitLength(items.length));
  return sorter.items;
}

/** Sorts parts of a list, from `a` up to and without `b`. */
class Sorter<Item> {
  readonly items: Item[];
  readonly #less: (a: Item, b: Item) => boolean;

  constructor(items: Item[], less: (a: Item, b: Item) => boolean) {
    this.items = items;
    this.#less = less;
  }

  /** `limit` is the number of bad pivots after which the part is sorted by heapsort. */
  sort(a: number, b: number, limit: number): void {
    let [from, to, left] = [a, b, limit];
    let isBalanced = true;
    let isPartitioned = true;
    for (;;) {
      const length = to - from;
      if (length <= FEW) {
        this.#insert(from, to);
        return;
      }
      if (left === 0) {
        this.#heap(from, to);
        return;
      }
      if (!isBalanced) {
        this.#scatter(from, to);
        left -= 1;
      }
      let { pivot, hint } = this.#choose(from, to);
      if (hint === 'falls') {
        this.#reverse(from, to);
        pivot = to - 1 - (pivot - from);
        hint = 'rises';
      }
      if (isBalanced && isPartitioned && hint === 'rises' && this.#mend(from, to)) return;
      if (from > 0 && !this.#isLess(from - 1, pivot)) {
        from = this.#partEquals(from, to, pivot);
        continue;
      }
      const { middle, wasSo } = this.#part(from, to, pivot);
      isPartitioned = wasSo;
      const [before, after] = [middle - from, to - middle];
      isBalanced = Math.min(before, after) >= Math.trunc(length / 8);
      if (before < after) {
        this.sort(from, middle, left);
        from = middle + 1;
      } else {
        this.sort(middle + 1, to, left);
        to = middle;
      }
    }
  }

  #isLess(i: number, j: number): boolean {
    return this.#less(this.#at(i), this.#at(j));
  }

  #at(i: number): Item {
    if (i < 0 || i >= this.items.length) throw new RangeError(`there is no item ${i}`);
    return this.items[i] as Item;
  }

  #swap(i: number, j: number): void {
    [this.items[i], this.items[j]] = [this.#at(j), this.#at(i)];
  }

  #insert(a: number, b: number): void {
    for (let i = a + 1; i < b; i++) this.#sink(i, a);
  }

  /** Moves an item down while it is less than the one before it. */
  #sink(i: number, least: number): void {
    for (let j = i; j > least && this.#isLess(j, j - 1); j--) this.#swap(j, j - 1);
  }

  #heap(a: number, b: number): void {
    const length = b - a;
    for (let i = Math.trunc((length - 1) / 2); i >= 0; i--) this.#sift(i, length, a);
    for (let i = length - 1; i >= 0; i--) {
      this.#swap(a, a + i);
      this.#sift(0, i, a);
    }
  }

  #sift(start: number, length: number, a: number): void {
    let root = start;
    for (let child = 2 * root + 1; child < length; child = 2 * root + 1) {
      if (child + 1 < length && this.#isLess(a + child, a + child + 1)) child++;
      if (!this.#isLess(a + root, a + child)) return;
      this.#swap(a + root, a + child);
      root = child;
    }
  }

  /** Swaps some items to break a bad pattern, with a pseudorandom generator that always gives the same numbers. */
  #scatter(a: number, b: number): void {
    const length = b - a;
    if (length < 8) return;
    let random = BigInt(length);
    const mask = 2n ** BigInt(bitLength(length)) - 1n;
    const middle = a + Math.trunc(length / 4) * 2;
    for (let i = middle - 1; i <= middle + 1; i++) {
      random = next(random);
      const other = Number(random & mask);
      this.#swap(i, a + (other >= length ? other - length : other));
    }
  }

  #choose(a: number, b: number): { pivot: number; hint: Hint } {
    const length = b - a;
    const quarter = Math.trunc(length / 4);
    let [i, j, k] = [a + quarter, a + quarter * 2, a + quarter * 3];
    let swaps = 0;
    const median = (x: number, y: number, z: number): number => {
      let [low, mid, high] = [x, y, z];
      if (this.#isLess(mid, low)) [low, mid, swaps] = [mid, low, swaps + 1];
      if (this.#isLess(high, mid)) [mid, high, swaps] = [high, mid, swaps + 1];
      if (this.#isLess(mid, low)) [low, mid, swaps] = [mid, low, swaps + 1];
      return mid;
    };
    if (length >= MANY) {
      i = median(i - 1, i, i + 1);
      j = median(j - 1, j, j + 1);
      k = median(k - 1, k, k + 1);
    }
    if (length >= 8) j = median(i, j, k);
    return { pivot: j, hint: swaps === 0 ? 'rises' : swaps === BACKWARDS ? 'falls' : 'unknown' };
  }

  #reverse(a: number, b: number): void {
    for (let i = a, j = b - 1; i < j; i++, j--) this.#swap(i, j);
  }

  /** Whether the part is sorted, after fixing a few pairs if it is long. */
  #mend(a: number, b: number): boolean {
    let i = a + 1;
    for (let step = 0; step < MENDED; step++) {
      while (i < b && !this.#isLess(i, i - 1)) i++;
      if (i === b) return true;
      if (b - a < MANY) return false;
      this.#swap(i, i - 1);
      if (i - a >= 2) this.#sink(i - 1, 0);
      if (b - i >= 2) for (let j = i + 1; j < b && this.#isLess(j, j - 1); j++) this.#swap(j, j - 1);
    }
    return false;
  }

  /** Those that are less than the pivot first; returns where the pivot comes to stand. */
  #part(a: number, b: number, pivot: number): { middle: number; wasSo: boolean } {
    this.#swap(a, pivot);
    let [i, j] = this.#meet(a + 1, b - 1, (at) => this.#isLess(at, a));
    const wasSo = i > j;
    while (i <= j) {
      this.#swap(i, j);
      [i, j] = this.#meet(i + 1, j - 1, (at) => this.#isLess(at, a));
    }
    this.#swap(j, a);
    return { middle: j, wasSo };
  }

  /** Those that equal the pivot first, where none is less; returns where the others begin. */
  #partEquals(a: number, b: number, pivot: number): number {
    this.#swap(a, pivot);
    let [i, j] = this.#meet(a + 1, b - 1, (at) => !this.#isLess(a, at));
    while (i <= j) {
      this.#swap(i, j);
      [i, j] = this.#meet(i + 1, j - 1, (at) => !this.#isLess(a, at));
    }
    return i;
  }

  /** Goes inwards from both ends to the next two that stand on the wrong side. */
  #meet(low: number, high: number, isLow: (at: number) => boolean): [number, number] {
    let [i, j] = [low, high];
    while (i <= j && isLow(i)) i++;
    while (i <= j && !isLow(j)) j--;
    return [i, j];
  }
}

/** How many binary digits a number has. */
function bitLength(n: number): number {
  return n === 0 ? 0 : n.toString(2).length;
}

/** The next of George Marsaglia's xorshift numbers of 64 bits. */
function next(seed: bigint): bigint {
  let random = seed;
  random = BigInt.asUintN(64, random ^ (random << 13n));
  random ^= random >> 7n;
  return BigInt.asUintN(64, random ^ (random << 17n));
}
