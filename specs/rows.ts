import type { RowChange } from './block.ts';
import type { Table } from './table.ts';
import type { Value } from './value.ts';

/** The rows of one chain by the name of their table and their key. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** The rows of one chain after a block. */
export interface RowView {
  row<Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>): Row | undefined;
  rows<Row extends Value, K extends string>(table: Table<Row, K>): Iterable<readonly [K, Row]>;
}

/** A row that a block changed; `row` is `undefined` if it was deleted. */
export interface ChangeOf<Row, K extends string = string> {
  readonly key: K;
  readonly row: Row | undefined;
}

const NO_ROWS: ReadonlyMap<string, Value> = new Map();
const NO_CHANGES: readonly RowChange[] = [];

/** The rows of a table, by key. */
export function rowsOf<Row extends Value, K extends string>(rows: Rows, table: Table<Row, K>): ReadonlyMap<K, Row> {
  return typedRows(table, rows.get(table.name));
}

/** A view of rows that are stored by table and key. */
export function viewOf(rows: Rows): RowView {
  return {
    row: (table, key) => rowsOf(rows, table).get(key),
    rows: (table) => rowsOf(rows, table),
  };
}

// The model writes a row through its table, and the observer decodes it with its table. So rows that are stored
// under the name of a table have the type of the table. All casts that rely on this are in this file.

/** The rows that are stored under the name of a table, with their type. */
export function typedRows<Row extends Value, K extends string>(
  _table: Table<Row, K>,
  stored: ReadonlyMap<string, Value> = NO_ROWS,
): ReadonlyMap<K, Row> {
  return stored as ReadonlyMap<K, Row>;
}

/** A row that is stored under the name of a table, with its type. */
export function typedRow<Row extends Value>(_table: Table<Row>, stored: Value): Row {
  return stored as Row;
}

/** The key of a row that is stored under the name of a table, with its type. */
export function typedKey<K extends string>(_table: Table<Value, K>, key: string): K {
  return key as K;
}

/** The changes of rows that are stored under the name of a table, with their type. */
export function typedChanges<Row extends Value, K extends string>(
  _table: Table<Row, K>,
  changes: readonly RowChange[] = NO_CHANGES,
): readonly ChangeOf<Row, K>[] {
  return changes as unknown as readonly ChangeOf<Row, K>[];
}
