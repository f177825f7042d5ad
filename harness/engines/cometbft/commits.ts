import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import type { StoreWrite } from '../../facts/answers.ts';
import { writesIn } from '../lockstep/store-trace.ts';

/**
 * Where each commit names its height: both kinds of chain keep what they know of a block under its height, which is the
 * last of the key (`HistoricalInfo` of the staking and of the consumer module).
 */
const HEIGHT_KEYS: Readonly<Record<string, number>> = { staking: 0x50, ccvconsumer: 0x0b };

/** Reads what the program of a node committed, block by block, from the file to which it appends every store operation. */
export interface Commits {
  /** The writes of the block at a height; `undefined` before it is committed. Heights below may be forgotten. */
  at(height: bigint): readonly StoreWrite[] | undefined;
  /** The bytes of the file. */
  size(): number;
  /** Empties the file and forgets the blocks below a height; nobody may write to it meanwhile. */
  empty(height: bigint): void;
  /** Safe to call twice. */
  close(): void;
}

/** Opens the store trace of a node, which goes on in the same file when the node is started again. */
export function openCommits(file: string): Commits {
  const handle = openSync(file, 'a+');
  const known = new Map<bigint, readonly StoreWrite[]>();
  let position = 0;
  let rest = '';
  let open = true;
  const read = (): void => {
    const bytes = Buffer.allocUnsafe(fstatSync(handle).size - position);
    readSync(handle, bytes, 0, bytes.length, position);
    position += bytes.length;
    const text = rest + bytes.toString('latin1');
    const end = text.lastIndexOf('\n{"operation":"read"') + 1;
    rest = text.slice(end);
    for (const { height, writes } of commitsIn(text.slice(0, end))) known.set(height, writes);
  };
  const forgetBelow = (height: bigint): void => {
    for (const other of known.keys()) if (other < height) known.delete(other);
  };
  return {
    size: () => fstatSync(handle).size,
    empty(height) {
      read();
      ftruncateSync(handle, 0);
      position = 0;
      forgetBelow(height);
    },
    at(height) {
      if (!known.has(height)) read();
      forgetBelow(height);
      return known.get(height) ?? commitsIn(rest).find((commit) => commit.height === height)?.writes;
    },
    close() {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

interface Commit {
  readonly height: bigint;
  readonly writes: readonly StoreWrite[];
}

/**
 * The commits in a store trace. A node tries out much that is never committed: transactions that it is shown, blocks
 * that are proposed. What it commits is written in one run with no read in between, and is the only run that holds the
 * height; everything that a block changed is in it.
 */
export function commitsIn(text: string): Commit[] {
  const commits: Commit[] = [];
  for (const run of text.split(/^\{"operation":"(?:read|iterKey|iterValue)".*\n?/mu)) {
    if (!mayHoldHeight(run)) continue;
    const writes = writesIn(run);
    const height = writes.map(heightIn).find((found) => found !== undefined);
    if (height !== undefined) commits.push({ height, writes });
  }
  return commits;
}

function mayHoldHeight(run: string): boolean {
  return Object.keys(HEIGHT_KEYS).some((store) => run.includes(`"store_name":"${store}"`));
}

function heightIn({ store, key, value }: StoreWrite): bigint | undefined {
  const prefix = HEIGHT_KEYS[store];
  if (value === undefined || key.length !== 9 || key[0] !== prefix) return undefined;
  return key.readBigUInt64BE(1);
}
