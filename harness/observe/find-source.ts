import type { IgnoredPrefix, Table } from '../../specs/table.ts';

/** What a store entry belongs to. */
export type Source = Table | IgnoredPrefix;

/** Finds the table or the ignored prefix of a key, read as latin1 text; `undefined` if nobody declared it. */
export type FindSource = (store: string, key: string) => Source | undefined;

/** Whether a source is on the ignored list. */
export function isIgnored(source: Source): source is IgnoredPrefix {
  return 'why' in source;
}

/** How many bytes of its keys a source's prefix takes. */
export function prefixSize(source: Source): number {
  return source.prefix.length / 2;
}

interface Candidate {
  readonly source: Source;
  /** As latin1 text. */
  readonly prefix: string;
}

/** What is declared of one store, by the first byte of the key; what begins with any byte stands in every list. */
type Buckets = readonly (readonly Candidate[])[];

/**
 * Prepares the search. Of several sources that fit, the one with the longest prefix counts,
 * and of equal prefixes the one with a pattern.
 */
export function findSource(tables: readonly Table[], ignored: readonly IgnoredPrefix[]): FindSource {
  const stores = new Map<string, Candidate[]>();
  for (const source of [...tables, ...ignored]) {
    const candidate = { source, prefix: Buffer.from(source.prefix, 'hex').toString('latin1') };
    const known = stores.get(source.store);
    if (known === undefined) stores.set(source.store, [candidate]);
    else known.push(candidate);
  }
  const prepared = new Map<string, Buckets>();
  for (const [store, candidates] of stores) prepared.set(store, bucketsOf(candidates));
  return (store, key) => {
    const buckets = prepared.get(store);
    // An empty key has no first byte; it belongs to whoever takes the whole store.
    return buckets?.[key === '' ? 256 : key.charCodeAt(0)]?.find((candidate) => fits(candidate, key))?.source;
  };
}

function bucketsOf(candidates: readonly Candidate[]): Buckets {
  const buckets = Array.from({ length: 257 }, (): Candidate[] => []);
  for (const candidate of candidates.toSorted(moreSpecific)) {
    const { prefix } = candidate;
    if (prefix === '') for (const bucket of buckets) bucket.push(candidate);
    else buckets[prefix.charCodeAt(0)]?.push(candidate);
  }
  return buckets;
}

function moreSpecific(a: Candidate, b: Candidate): number {
  if (a.prefix.length !== b.prefix.length) return b.prefix.length - a.prefix.length;
  return Number(b.source.pattern !== undefined) - Number(a.source.pattern !== undefined);
}

function fits({ source, prefix }: Candidate, key: string): boolean {
  return key.startsWith(prefix) && (source.pattern?.test(key.slice(prefix.length)) ?? true);
}
