import type { Rows } from '../../specs/rows.ts';
import type { RowChange } from '../../specs/block.ts';
import type { IgnoredPrefix, Table } from '../../specs/table.ts';
import { sameValue, type Hex, type Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import type { StoreWrite } from '../facts/answers.ts';
import { findSource, isIgnored, type FindSource } from './find-source.ts';
import { lastWrites } from './last-writes.ts';
import { ObservationError } from './observation-error.ts';
import { tableReader, type TableReader } from './table-reader.ts';

/** A write that no table and no ignored prefix names: a blind spot, which must be reported (design, rule 4). */
export interface UnknownWrite {
  readonly store: string;
  readonly key: Hex;
  /** `undefined` for a deletion. */
  readonly value: Hex | undefined;
}

/** What the writes of one commit mean. */
export interface Mirrored {
  readonly changes: readonly RowChange[];
  readonly unknown: readonly UnknownWrite[];
  /** How many entries under ignored prefixes were written. */
  readonly ignored: number;
}

/** A table with its rows as they stand now. */
interface Shelf {
  reader: TableReader;
  readonly rows: Map<string, Value>;
}

/** An entry of a store: its newest bytes, and which row they make. */
interface Entry {
  readonly shelf: Shelf;
  readonly rowKey: string;
  readonly bytes: Buffer;
}

/** What one commit has done so far. */
interface Progress {
  /** The rows that were touched, as they were before. */
  readonly before: Map<Shelf, Map<string, Value | undefined>>;
  readonly unknown: UnknownWrite[];
  ignored: number;
}

/**
 * The committed state of one chain, kept by taking in every write to it. An entry that is written again
 * with the same bytes, as many are in each block, is passed over before anything is decoded.
 */
export class Mirror {
  #find: FindSource;
  readonly #shelves = new Map<string, Shelf>();
  readonly #rows = new Map<string, Map<string, Value>>();
  /** By store, and by key as latin1 text. */
  readonly #entries = new Map<string, Map<string, Entry>>();
  #renewed = false;

  constructor(tables: readonly Table[], ignored: readonly IgnoredPrefix[], codec: Codec) {
    this.#find = findSource(tables, ignored);
    this.read(tables, ignored, codec);
  }

  /** From here on these tables are read, with these messages; those that were read before keep their rows. */
  read(tables: readonly Table[], ignored: readonly IgnoredPrefix[], codec: Codec): void {
    this.#find = findSource(tables, ignored);
    const names = new Set(tables.map(({ name }) => name));
    if (names.size < tables.length) throw new Error('two tables have the same name');
    for (const table of tables) {
      const reader = tableReader(table, codec);
      const shelf = this.#shelves.get(table.name);
      if (shelf !== undefined) {
        shelf.reader = reader;
        continue;
      }
      const rows = new Map<string, Value>();
      this.#rows.set(table.name, rows);
      this.#shelves.set(table.name, { reader, rows });
    }
  }

  /** All rows of all tables as they stand now; the next `apply` changes them in place. */
  get rows(): Rows {
    return this.#rows;
  }

  /** From here on only what the next commit writes is left: a new program starts with it. */
  renew(): void {
    this.#renewed = true;
  }

  /** Takes in the writes of one commit. Throws an `ObservationError` if an entry cannot be decoded. */
  apply(writes: readonly StoreWrite[]): Mirrored {
    const progress: Progress = { before: new Map(), unknown: [], ignored: 0 };
    const written = lastWrites(writes);
    if (this.#renewed) this.#forgetUnwritten(written, progress);
    for (const [store, last] of written) {
      let entries = this.#entries.get(store);
      if (entries === undefined) this.#entries.set(store, (entries = new Map()));
      // What goes makes room first: two keys of a store must never stand for one row.
      for (const [text, write] of last) if (write.value === undefined) this.#remove(entries, text, write, progress);
      for (const [text, write] of last) if (write.value !== undefined) this.#put(entries, text, write, progress);
    }
    return { changes: changesSince(progress.before), unknown: progress.unknown, ignored: progress.ignored };
  }

  #forgetUnwritten(written: ReturnType<typeof lastWrites>, progress: Progress): void {
    this.#renewed = false;
    for (const [store, entries] of this.#entries) {
      const last = written.get(store);
      for (const [text, { shelf, rowKey }] of entries) {
        if (last?.has(text)) continue;
        remember(progress, shelf, rowKey);
        shelf.rows.delete(rowKey);
        entries.delete(text);
      }
    }
  }

  #remove(entries: Map<string, Entry>, text: string, write: StoreWrite, progress: Progress): void {
    const entry = entries.get(text);
    if (entry === undefined) {
      this.#shelfOf(text, write, progress);
      return;
    }
    remember(progress, entry.shelf, entry.rowKey);
    entry.shelf.rows.delete(entry.rowKey);
    entries.delete(text);
  }

  #put(entries: Map<string, Entry>, text: string, write: StoreWrite, progress: Progress): void {
    const { key, value: bytes } = write;
    if (bytes === undefined) return;
    const known = entries.get(text);
    if (known?.bytes.equals(bytes)) return;
    const shelf = known?.shelf ?? this.#shelfOf(text, write, progress);
    if (shelf === undefined) return;
    const { reader, rows } = shelf;
    const rowKey = known?.rowKey ?? reader.readKey(key, bytes);
    if (known === undefined && rows.has(rowKey)) {
      const problem = `two entries of the store stand for the row ${rowKey}`;
      throw new ObservationError(reader.table.name, problem, hexOf(key, bytes));
    }
    remember(progress, shelf, rowKey);
    rows.set(rowKey, reader.readRow(key, bytes));
    entries.set(text, { shelf, rowKey, bytes });
  }

  /** The table that a new key belongs to; a key that belongs to none is counted or reported. */
  #shelfOf(text: string, { store, key, value }: StoreWrite, progress: Progress): Shelf | undefined {
    const source = this.#find(store, text);
    if (source === undefined) {
      progress.unknown.push({ store, key: key.toString('hex'), value: value?.toString('hex') });
      return undefined;
    }
    if (!isIgnored(source)) return this.#shelves.get(source.name);
    progress.ignored++;
    return undefined;
  }
}

function remember({ before }: Progress, shelf: Shelf, rowKey: string): void {
  let rows = before.get(shelf);
  if (rows === undefined) before.set(shelf, (rows = new Map()));
  if (!rows.has(rowKey)) rows.set(rowKey, shelf.rows.get(rowKey));
}

/** The rows that differ from what they were. Bytes may change while the row that they make does not. */
function changesSince(before: Progress['before']): RowChange[] {
  const changes: RowChange[] = [];
  for (const [{ reader, rows }, old] of before)
    for (const [key, was] of old) {
      const row = rows.get(key);
      if (!sameValue(was, row)) changes.push({ table: reader.table.name, key, row });
    }
  return changes;
}

function hexOf(key: Buffer, value: Buffer): { readonly key: Hex; readonly value: Hex } {
  return { key: key.toString('hex'), value: value.toString('hex') };
}
