import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { ObservationError } from '../../observe/observation-error.ts';
import type { StoreWrite } from '../../facts/answers.ts';

/** The program appends to its trace, so it may be cut at any time between two blocks. */
const CUT_AT = 8 * 1024 * 1024;

const PLACE = 'the store trace';
/** How much of a line that can't be read is shown. */
const MOST_SHOWN = 500;

/** Reads what a program wrote to its stores, from the file to which it appends every store operation. */
export interface StoreTrace {
  /** The writes since the last call. */
  read(): StoreWrite[];
  /** Safe to call twice. */
  close(): void;
}

interface Line {
  readonly operation: 'write' | 'delete';
  readonly key: string;
  readonly value: string;
  readonly metadata: { readonly store_name: string; readonly txHash?: string };
}

/** Opens the store trace of a program. */
export function openStoreTrace(file: string): StoreTrace {
  const handle = openSync(file, 'r+');
  let position = 0;
  let open = true;
  return {
    read() {
      const size = fstatSync(handle).size;
      const bytes = readAll(handle, position, size - position);
      position = size;
      if (position > CUT_AT) {
        ftruncateSync(handle, 0);
        position = 0;
      }
      return writesIn(bytes.toString('latin1'));
    },
    close() {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

/** Reads so many bytes; a read may give fewer than it was asked for. */
function readAll(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const count = readSync(handle, bytes, at, length - at, position + at);
    if (count === 0) throw new ObservationError(PLACE, `ends ${length - at} bytes before its size`);
    at += count;
  }
  return bytes;
}

/**
 * The writes and deletions among the lines of a store trace, in their order. Most lines are reads and are passed over.
 * So is what bears the hash of a transaction: it went no further than the transaction, which may have failed after it
 * (IBC writes what it has verified before it asks the application). What succeeded is written again with the block.
 * Throws an `ObservationError` with a line that can't be read.
 */
export function writesIn(text: string): StoreWrite[] {
  const writes: StoreWrite[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const stop = end === -1 ? text.length : end;
    if (text.startsWith('{"operation":"write"', at) || text.startsWith('{"operation":"delete"', at)) {
      const line = lineOf(text.slice(at, stop));
      if (line.metadata.txHash === undefined) writes.push(writeOf(line));
    }
    at = stop + 1;
  }
  return writes;
}

function lineOf(text: string): Line {
  try {
    const line = JSON.parse(text) as Line;
    if ([line.key, line.value, line.metadata.store_name].every((part) => typeof part === 'string')) return line;
  } catch {
    // Said below with the line.
  }
  throw new ObservationError(PLACE, `cannot be read: ${text.slice(0, MOST_SHOWN)}`);
}

function writeOf({ operation, key, value, metadata }: Line): StoreWrite {
  return {
    store: metadata.store_name,
    key: Buffer.from(key, 'base64'),
    value: operation === 'write' ? Buffer.from(value, 'base64') : undefined,
  };
}
