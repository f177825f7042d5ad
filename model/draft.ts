import type { Observation, RowChange } from '../specs/block.ts';
import { rowsOf, typedRow, typedRows, type Rows } from '../specs/rows.ts';
import { isStored, type Table } from '../specs/table.ts';
import { sameValue, type Value } from '../specs/value.ts';

/** The predicted state of one chain. Never changed in place. */
export type State = Rows;

/** How a planted fault changes the model: at its reads, writes and deletions of rows, and in its observations. */
export interface Mutation {
  /** Changes a row before the model writes it; the draft still holds the old row. */
  write?(table: string, key: string, row: Value, draft: Draft): Value;
  /** Changes a row that the model reads by its key; the stored row stays as it is. */
  read?(table: string, key: string, row: Value): Value;
  /** Whether to keep a row that the model deletes. */
  keep?(table: string, key: string, draft: Draft): boolean;
  /** Changes the observation of a block, but not its rows. */
  show?(observation: Observation): Observation;
}

/** A table that the draft has written to: its rows before the block, a copy that is written to, and the keys written. */
interface Written {
  readonly before: ReadonlyMap<string, Value>;
  readonly rows: Map<string, Value>;
  readonly keys: Set<string>;
}

interface Undo {
  readonly rows: Map<string, Value>;
  readonly key: string;
  readonly before: Value | undefined;
}

/**
 * A block in the making: reads fall through to the state before it, writes stay here until `commit`.
 * A failed attempt leaves no trace, as a failed message leaves none on a chain.
 */
export class Draft {
  readonly #base: State;
  readonly #mutation: Mutation | undefined;
  readonly #written = new Map<string, Written>();
  #undo: Undo[] = [];

  constructor(base: State, mutation?: Mutation) {
    this.#base = base;
    this.#mutation = mutation;
  }

  get<Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>): Row | undefined {
    const row = this.#rows(table).get(key);
    if (this.#mutation?.read === undefined || row === undefined) return row;
    return typedRow(table, this.#mutation.read(table.name, key, row));
  }

  has<K extends string>(table: Table<Value, K>, key: NoInfer<K>): boolean {
    return this.#rows(table).has(key);
  }

  set<Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>, row: Row): void {
    const mutated = this.#mutation?.write === undefined ? row : this.#mutation.write(table.name, key, row, this);
    // Much is written again as it was: a table in which nothing changes is not copied.
    const before = this.#rows(table).get(key);
    if (mutated === before) return;
    const { rows, keys } = this.#writable(table);
    this.#undo.push({ rows, key, before });
    keys.add(key);
    rows.set(key, mutated);
  }

  delete<K extends string>(table: Table<Value, K>, key: NoInfer<K>): void {
    if (!this.has(table, key) || this.#mutation?.keep?.(table.name, key, this) === true) return;
    const { rows, keys } = this.#writable(table);
    this.#undo.push({ rows, key, before: rows.get(key) });
    keys.add(key);
    rows.delete(key);
  }

  /** All rows of a table, in no particular order. Do not write to the table while iterating; take a copy first. */
  entries<Row extends Value, K extends string>(table: Table<Row, K>): IterableIterator<[K, Row]> {
    return this.#rows(table).entries();
  }

  /**
   * What `derive` makes of all rows of a table, and of nothing else. It is kept as long as no row changes; the result
   * is shared, so nobody may write to it.
   */
  derived<Row extends Value, K extends string, Result>(
    table: Table<Row, K>,
    derive: (rows: ReadonlyMap<K, Row>) => Result,
    known: WeakMap<object, Result>,
  ): Result {
    const rows = this.#rows(table);
    if (this.#written.has(table.name)) return derive(rows);
    let result = known.get(rows);
    if (result === undefined) known.set(rows, (result = derive(rows)));
    return result;
  }

  /** The rows of a table as they were before the block. */
  before<Row extends Value>(table: Table<Row>): ReadonlyMap<string, Row> {
    return rowsOf(this.#base, table);
  }

  size(table: Table): number {
    return this.#rows(table).size;
  }

  /** Runs `step`; if it throws, all that it wrote is undone and the error goes on. */
  attempt<Result>(step: () => Result): Result {
    const mark = this.#undo.length;
    try {
      return step();
    } catch (error) {
      this.rollback(mark);
      throw error;
    }
  }

  /** A point to roll back to. */
  mark(): number {
    return this.#undo.length;
  }

  rollback(mark: number): void {
    for (let i = this.#undo.length - 1; i >= mark; i--) {
      const entry = this.#undo[i];
      if (entry === undefined) continue;
      if (entry.before === undefined) entry.rows.delete(entry.key);
      else entry.rows.set(entry.key, entry.before);
    }
    this.#undo.length = mark;
  }

  /** The state after all writes. The draft must not be used afterwards. */
  commit(): State {
    if (this.#written.size === 0) return this.#base;
    const state = new Map(this.#base);
    for (const [name, { rows }] of this.#written) state.set(name, rows);
    return state;
  }

  /** The stored rows whose value differs from the one in the state before. */
  changes(): RowChange[] {
    const changes: RowChange[] = [];
    for (const [table, { before, rows, keys }] of this.#written) {
      if (!isStored(table)) continue;
      for (const key of keys) {
        const row = rows.get(key);
        if (!sameValue(row, before.get(key))) changes.push({ table, key, row });
      }
    }
    return changes;
  }

  #rows<Row extends Value, K extends string>(table: Table<Row, K>): ReadonlyMap<K, Row> {
    const written = this.#written.get(table.name);
    return written === undefined ? rowsOf(this.#base, table) : typedRows(table, written.rows);
  }

  #writable(table: Table): Written {
    let written = this.#written.get(table.name);
    if (written === undefined) {
      const before = rowsOf(this.#base, table);
      this.#written.set(
        table.name,
        (written = {
          before,
          rows: new Map(before),
          keys: new Set(),
        }),
      );
    }
    return written;
  }
}
