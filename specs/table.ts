import type { KeyPart, ValueLayout } from './layout.ts';
import { textHex, type Value } from './value.ts';

/** A part of a chain's committed state: the entries of one store under one prefix, as rows that the model predicts. */
export interface Table<Row extends Value = Value> {
  /** `store/what`, for example `staking/validators`. Unique. */
  readonly name: string;
  /** The store's name, as the program names it. */
  readonly store: string;
  /** The first bytes of each key of the table, in hex; for a store whose keys are text, the text in hex (`textPrefix`). */
  readonly prefix: string;
  /**
   * When set, the rest of the key, read byte by byte as latin1 text, must match it too
   * (text stores share prefixes: `clients/{id}/clientState`).
   */
  readonly pattern?: RegExp;
  readonly key: readonly KeyPart[];
  readonly value: ValueLayout;
  /** The type of a row; never present at run time. */
  readonly row?: Row;
}

/** A part of a store that is not compared, as it holds nothing that the protocol decides. */
export interface IgnoredPrefix {
  readonly store: string;
  /** Hex; the empty string means the whole store. */
  readonly prefix: string;
  readonly pattern?: RegExp;
  readonly why: string;
}

/** Declares a table; `Row` is the shape of its rows. */
export function table<Row extends Value>(definition: Omit<Table, 'row'>): Table<Row> {
  return definition;
}

/** The prefix of a store whose keys are text, in hex. */
export function textPrefix(text: string): string {
  return textHex(text);
}
