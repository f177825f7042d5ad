import type { FirstParts, Key, KeyOf, Part, PartsOf } from './key.ts';
import { formOfLayout, formOfPath, keyWriter, readKey, writeKeyPrefix, type KeyForm } from './key-form.ts';
import type { KeyLayout, KeyPart, ValueLayout } from './layout.ts';
import { textHex, type Value } from './value.ts';

/** The store of tables that no program keeps: what the model remembers. Their rows are neither observed nor compared. */
export const UNSTORED = 'model';

/** Whether programs keep the rows of a table, by its name. */
export function isStored(table: string): boolean {
  return !table.startsWith(`${UNSTORED}/`);
}

/** Where the entries of a table are in a program's state, and how to decode their values. */
interface Stored {
  /** `store/what`, for example `staking/validators`. Unique. */
  readonly name: string;
  /** The store's name, as the program names it. */
  readonly store: string;
  /** The first bytes of each key of the table, in hex. If the keys of the store are text, the text in hex (`textPrefix`). */
  readonly prefix: string;
  /**
   * If set, it must match the rest of the key, read byte by byte as latin1 text
   * (text stores share prefixes: `clients/{id}/clientState`).
   */
  readonly pattern?: RegExp;
  readonly value: ValueLayout;
}

/** A part of a chain's committed state: the entries of one store under one prefix, as rows that the model predicts. */
export interface Table<Row extends Value = Value, K extends string = string> extends Stored {
  /** How the program encodes the key. */
  readonly layout: readonly KeyPart[];
  /** The key of the row with these parts. */
  key(...parts: PartsOf<K>): K;
  /** The parts of a row's key. */
  parts(key: K): PartsOf<K>;
  /** The beginning of all keys with these first parts. */
  keyPrefix(...first: FirstParts<PartsOf<K>>): string;
  /** The type of a row; absent at run time. */
  readonly row?: Row;
}

/** The key of a row in a table. */
export type KeyIn<T extends Table> = T extends Table<Value, infer K> ? K : never;

/** A part of a store that is not compared, because the protocol does not use it. */
export interface IgnoredPrefix {
  readonly store: string;
  /** Hex; the empty string means the whole store. */
  readonly prefix: string;
  readonly pattern?: RegExp;
  readonly why: string;
}

/**
 * Declares a table. `Row` is the type of its rows, `Parts` are the types of the parts of its keys, in order. `/`
 * separates the parts of a key.
 */
export function table<Row extends Value, Parts extends readonly Part[]>(
  definition: Stored & { readonly key: KeyLayout<Parts> },
): Table<Row, KeyOf<Parts>> {
  const { key, ...stored } = definition;
  const layout: readonly KeyPart[] = key;
  return { ...stored, layout, ...keysOf<KeyOf<Parts>>(formOfLayout(layout)) };
}

/**
 * Declares a table whose keys are paths (ICS-24), for example `{port}/channels/{channel}/sequences/{#sequence}`; `#`
 * marks a number.
 */
export function pathTable<Row extends Value, Parts extends readonly Part[], Path extends string>(
  definition: Stored & { readonly path: Path },
): Table<Row, Key<Parts, Path>> {
  const { path, ...stored } = definition;
  return { ...stored, layout: [{ as: 'text' }], ...keysOf<Key<Parts, Path>>(formOfPath(path)) };
}

/** The prefix of a store whose keys are text, in hex. */
export function textPrefix(text: string): string {
  return textHex(text);
}

// The parts of a key follow from the layout or the path of the table, so keys in this form have these types.
function keysOf<K extends string>(form: KeyForm): Pick<Table<Value, K>, 'key' | 'parts' | 'keyPrefix'> {
  return {
    key: keyWriter(form) as unknown as (...parts: PartsOf<K>) => K,
    parts: (key) => readKey(form, key) as unknown as PartsOf<K>,
    keyPrefix: (...first) => writeKeyPrefix(form, first),
  };
}
