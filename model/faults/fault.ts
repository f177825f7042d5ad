import { SINGLETON } from '../../specs/key.ts';
import { typedKey, typedRow } from '../../specs/rows.ts';
import type { Observation } from '../../specs/block.ts';
import type { Feature } from '../../specs/feature.ts';
import type { Table } from '../../specs/table.ts';
import { consumerParams } from '../../specs/tables/consumer.ts';
import type { Value } from '../../specs/value.ts';
import type { Bend, Draft } from '../draft.ts';

/** A deliberate fault of the model: what a campaign must find, or it proves nothing. */
export interface Fault {
  /** Lower case with dashes. */
  readonly name: string;
  /** What the model gets wrong, in a sentence. */
  readonly describes: string;
  /** The feature without which a consumer does nothing of the kind. */
  readonly needs?: Feature;
  /** The stored trace that shows it, without the folder and the ending. */
  readonly shownBy: string;
  readonly bend: Bend;
}

/** Bends the rows of one table as the model writes them; `before` is the row that stands there. */
export function bendRow<Row extends Value, K extends string>(
  table: Table<Row, K>,
  bend: (row: Row, before: Row | undefined, key: K, draft: Draft) => Row,
): Bend {
  return {
    write: (name, key, row, draft) => {
      if (name !== table.name) return row;
      const its = typedKey(table, key);
      return bend(typedRow(table, row), draft.get(table, its), its, draft);
    },
  };
}

/** The same on consumers alone, where a provider has the table too. */
export function bendConsumerRow<Row extends Value>(
  table: Table<Row>,
  bend: (row: Row, before: Row | undefined) => Row,
): Bend {
  return bendRow(table, (row, before, _key, draft) => (draft.has(consumerParams, SINGLETON) ? bend(row, before) : row));
}

/** Bends the rows of one table as the model reads them by their key: a wrong parameter, say. */
export function bendReading<Row extends Value>(table: Table<Row>, bend: (row: Row) => Row): Bend {
  return { read: (name, _key, row) => (name === table.name ? bend(typedRow(table, row)) : row) };
}

/** Leaves rows of one table where the model deletes them. */
export function keepRow<Row extends Value, K extends string>(
  table: Table<Row, K>,
  keep: (row: Row, key: K, draft: Draft) => boolean = () => true,
): Bend {
  return {
    keep: (name, key, draft) => {
      if (name !== table.name) return false;
      const its = typedKey(table, key);
      const row = draft.get(table, its);
      return row !== undefined && keep(row, its, draft);
    },
  };
}

/** Bends what the model says of a block beside its rows. */
export function bendObservation(show: (observation: Observation) => Observation): Bend {
  return { show };
}
