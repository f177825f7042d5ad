import { SINGLETON } from '../../specs/key.ts';
import { typedKey, typedRow } from '../../specs/rows.ts';
import type { Observation } from '../../specs/block.ts';
import type { Feature } from '../../specs/feature.ts';
import type { Table } from '../../specs/table.ts';
import { consumerParams } from '../../specs/tables/consumer.ts';
import type { Value } from '../../specs/value.ts';
import type { Mutation, Draft } from '../draft.ts';

/** A deliberate fault of the model. A campaign that cannot find it proves nothing. */
export interface Fault {
  /** Lower case with dashes. */
  readonly name: string;
  /** A sentence that says what the mutated model gets wrong. */
  readonly describes: string;
  /** The feature that a consumer needs to show the fault. */
  readonly needs?: Feature;
  /** The name of the stored trace that shows it. */
  readonly shownBy: string;
  readonly mutation: Mutation;
}

/** Changes rows of a table before the model writes them; `before` is the old row. */
export function mutateRow<Row extends Value, K extends string>(
  table: Table<Row, K>,
  mutate: (row: Row, before: Row | undefined, key: K, draft: Draft) => Row,
): Mutation {
  return {
    write: (name, key, row, draft) => {
      if (name !== table.name) return row;
      const typed = typedKey(table, key);
      return mutate(typedRow(table, row), draft.get(table, typed), typed, draft);
    },
  };
}

/** Like `mutateRow`, but only on consumers; for tables that the provider has too. */
export function mutateConsumerRow<Row extends Value>(
  table: Table<Row>,
  mutate: (row: Row, before: Row | undefined) => Row,
): Mutation {
  return mutateRow(table, (row, before, _key, draft) =>
    draft.has(consumerParams, SINGLETON) ? mutate(row, before) : row,
  );
}

/** Changes rows of a table that the model reads by their key, for example parameters. */
export function mutateReading<Row extends Value>(table: Table<Row>, mutate: (row: Row) => Row): Mutation {
  return { read: (name, _key, row) => (name === table.name ? mutate(typedRow(table, row)) : row) };
}

/** Keeps rows of a table that the model deletes. */
export function keepRow<Row extends Value, K extends string>(
  table: Table<Row, K>,
  keep: (row: Row, key: K, draft: Draft) => boolean = () => true,
): Mutation {
  return {
    keep: (name, key, draft) => {
      if (name !== table.name) return false;
      const typed = typedKey(table, key);
      const row = draft.get(table, typed);
      return row !== undefined && keep(row, typed, draft);
    },
  };
}

/** Changes the observation of a block, but not its rows. */
export function mutateObservation(show: (observation: Observation) => Observation): Mutation {
  return { show };
}
