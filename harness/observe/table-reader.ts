import type { Table } from '../../specs/table.ts';
import type { Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { prefixSize } from './find-source.ts';
import { ObservationError } from './observation-error.ts';
import { keyReader } from './read-key.ts';
import { valueReader } from './read-value.ts';

/** Decodes the entries of one table. Both methods throw an `ObservationError` that holds the bytes. */
export interface TableReader {
  readonly table: Table;
  /** The key of the row. */
  readKey(key: Buffer, value: Buffer): string;
  readRow(key: Buffer, value: Buffer): Value;
}

/** The reader of a table, with the messages that the program knows. */
export function tableReader(table: Table, codec: Codec): TableReader {
  const start = prefixSize(table);
  const readKey = keyReader(table.layout);
  const readValue = valueReader(table.value, codec);
  const attempt = <Result>(what: string, key: Buffer, value: Buffer, read: () => Result): Result => {
    try {
      return read();
    } catch (error) {
      throw undecodable(table, what, key, value, error);
    }
  };
  return {
    table,
    readKey: (key, value) => attempt('key', key, value, () => readKey(key, start)),
    readRow: (key, value) => attempt('value', key, value, () => readValue(value)),
  };
}

function undecodable(table: Table, what: string, key: Buffer, value: Buffer, cause: unknown): ObservationError {
  const problem = `the ${what} of an entry cannot be decoded: ${cause instanceof Error ? cause.message : String(cause)}`;
  return new ObservationError(table.name, problem, { key: key.toString('hex'), value: value.toString('hex') }, cause);
}
