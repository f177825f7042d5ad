import type { RowView } from '../rows.ts';
import type { ConsumerId } from './consumer-ids.ts';
import { changesOf, heightOf, type HistoryEvent } from '../event.ts';
import { consumerValidators, valsetUpdateBlockHeights } from '../tables/provider.ts';
import type { Hex } from '../value.ts';

/** A validator set: the power of each signing key. */
export type Powers = ReadonlyMap<Hex, bigint>;

const EMPTY: Powers = new Map();

interface Snapshot {
  readonly height: bigint;
  readonly powers: Powers;
}

/** S(c, h): the set that the provider has stored for each consumer after each of its blocks; and VSCtoH. */
export class ConsumerSets {
  readonly #sets = new Map<ConsumerId, Snapshot[]>();
  readonly #heights = new Map<bigint, bigint>();

  /** Call it with every event. Returns the consumers whose set this block changed. */
  observe(event: HistoryEvent): ReadonlySet<ConsumerId> {
    if (event.kind !== 'provider') return NOBODY;
    for (const { key, row } of changesOf(event, valsetUpdateBlockHeights)) {
      if (row !== undefined) this.#heights.set(BigInt(key), row);
    }
    const changes = changesOf(event, consumerValidators);
    if (changes.length === 0) return NOBODY;
    const changed = new Set(changes.map(({ key }) => consumerOf(key)));
    const height = heightOf(event);
    for (const id of changed) {
      const snapshots = this.#sets.get(id) ?? [];
      this.#sets.set(id, snapshots);
      snapshots.push({ height, powers: storedSet(event.view, id) });
    }
    return changed;
  }

  /** The set of a consumer after this block of the provider. */
  at(id: ConsumerId, height: bigint): Powers {
    return this.#sets.get(id)?.findLast((snapshot) => snapshot.height <= height)?.powers ?? EMPTY;
  }

  /** The provider block that created a VSC: one before VSCtoH, which is the height of the next block. */
  mintedAt(valsetUpdateId: bigint): bigint | undefined {
    const height = this.#heights.get(valsetUpdateId);
    return height === undefined ? undefined : height - 1n;
  }
}

const NOBODY: ReadonlySet<ConsumerId> = new Set();

/** The set that the provider currently stores for a consumer. */
export function storedSet(view: RowView, id: ConsumerId): Powers {
  const powers = new Map<Hex, bigint>();
  for (const [key, { public_key: publicKey, power }] of view.rows(consumerValidators)) {
    if (consumerOf(key) === id) powers.set(publicKey.ed25519, power);
  }
  return powers;
}

/** The consumer id at the beginning of a key. */
export function consumerOf(key: string): ConsumerId {
  return key.slice(0, key.indexOf('/'));
}

/** The first difference between two sets, as a text; `undefined` if there is none. */
export function difference(found: Powers, expected: Powers): string | undefined {
  for (const [key, power] of expected) {
    const other = found.get(key);
    if (other !== power) return `the key ${key} has power ${other ?? 0n}; however it should have ${power}`;
  }
  for (const [key, power] of found) {
    if (!expected.has(key)) return `the key ${key} has power ${power}; however it should have none`;
  }
  return undefined;
}
