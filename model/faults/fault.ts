import type { Table } from '../../specs/table.ts';
import type { Value } from '../../specs/value.ts';
import type { Bend, Draft } from '../draft.ts';

/** A deliberate fault of the model: what a campaign must find, or it proves nothing. */
export interface Fault {
  /** Lower case with dashes. */
  readonly name: string;
  /** What the model gets wrong, in a sentence. */
  readonly describes: string;
  readonly bend: Bend;
}

/** Bends the rows of one table as the model writes them. */
export function bendRow<Row extends Value>(
  table: Table<Row>,
  bend: (row: Row, key: string, draft: Draft) => Row,
): Bend {
  // Rows of a table are only ever written through its own handle, so they have its type.
  return (name, key, row, draft) => (name === table.name ? bend(row as Row, key, draft) : row);
}
