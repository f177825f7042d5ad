/** Tests candidates in order and returns the index of the first that still fails, or -1. */
export type FirstFailing<Candidate> = (candidates: readonly Candidate[]) => Promise<number>;

/** Options for `minimize`. */
export interface MinimizeOptions {
  /** How many candidates to offer at a time, by default one. */
  readonly width?: number;
  /** Whether the failure is known to need the last item, so that no shorter prefix has to be searched for. */
  readonly endsThere?: boolean;
}

/**
 * Removes as many items as possible while the rest still fails (delta debugging, Zeller and Hildebrandt 2002): large
 * chunks first, from the end, then smaller ones, until no single item can be removed. Offers `width` candidates at a
 * time, so that a caller can test them concurrently.
 */
export async function minimize<Item>(
  items: readonly Item[],
  firstFailing: FirstFailing<readonly Item[]>,
  { width = 1, endsThere = false }: MinimizeOptions = {},
): Promise<readonly Item[]> {
  let kept = endsThere ? items : await shortestPrefix(items, firstFailing);
  let size = Math.ceil(kept.length / 2);
  while (size >= 1 && kept.length > 0) {
    const before = kept.length;
    kept = await withoutChunks(kept, size, firstFailing, width);
    if (size > 1) size = Math.ceil(size / 2);
    else if (kept.length === before) break;
  }
  return kept;
}

/** Items after the failure do not matter. Finds the shortest failing prefix by bisection. */
async function shortestPrefix<Item>(
  items: readonly Item[],
  firstFailing: FirstFailing<readonly Item[]>,
): Promise<readonly Item[]> {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await firstFailing([items.slice(0, middle)])) === 0) high = middle;
    else low = middle + 1;
  }
  return items.slice(0, high);
}

async function withoutChunks<Item>(
  items: readonly Item[],
  size: number,
  firstFailing: FirstFailing<readonly Item[]>,
  width: number,
): Promise<readonly Item[]> {
  let kept = items;
  let end = kept.length;
  while (end > 0) {
    const ends = Array.from({ length: width }, (_, i) => end - i * size).filter((at) => at > 0);
    const found = await firstFailing(ends.map((at) => [...kept.slice(0, Math.max(0, at - size)), ...kept.slice(at)]));
    if (found === -1) end -= ends.length * size;
    else {
      const at = ends[found] ?? end;
      kept = [...kept.slice(0, Math.max(0, at - size)), ...kept.slice(at)];
      end = at - size;
    }
  }
  return kept;
}
