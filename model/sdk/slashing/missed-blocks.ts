import type { KeyIn } from '../../../specs/table.ts';
import { missedBlocks } from '../../../specs/tables/slashing.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';

/** Bits of a row. */
const CHUNK = 1024n;
/** Bits of a word, which stands big endian. */
const WORD = 64n;
const EMPTY: Hex = CHUNK.toString(16).padStart(16, '0') + '0'.repeat(Number(CHUNK / 4n));

/** Whether the validator missed the block at this index of its window. */
export function hasMissed({ draft }: Context, consensusAddress: Hex, index: bigint): boolean {
  const row = draft.get(missedBlocks, keyOf(consensusAddress, index));
  if (row === undefined) return false;
  const { at, bit } = placeOf(index);
  return (Number.parseInt(row[at] ?? '0', 16) & bit) !== 0;
}

/** Stores whether the validator missed the block at this index of its window. */
export function setMissed({ draft }: Context, consensusAddress: Hex, index: bigint, missed: boolean): void {
  const key = keyOf(consensusAddress, index);
  const row = draft.get(missedBlocks, key) ?? EMPTY;
  const { at, bit } = placeOf(index);
  const digit = Number.parseInt(row[at] ?? '0', 16);
  const changed = missed ? digit | bit : digit & ~bit;
  draft.set(missedBlocks, key, row.slice(0, at) + changed.toString(16) + row.slice(at + 1));
}

/** Deletes the missed blocks of the validator. */
export function forgetMissed({ draft }: Context, consensusAddress: Hex): void {
  const keys = [...draft.entries(missedBlocks)].map(([key]) => key);
  for (const key of keys) if (key.startsWith(`${consensusAddress}/`)) draft.delete(missedBlocks, key);
}

/** Deletes the windows without missed blocks. */
export function forgetEmptyWindows({ draft }: Context): void {
  const empty = [...draft.entries(missedBlocks)].filter(([, row]) => row === EMPTY);
  for (const [key] of empty) draft.delete(missedBlocks, key);
}

function keyOf(consensusAddress: Hex, index: bigint): KeyIn<typeof missedBlocks> {
  return missedBlocks.key(consensusAddress, index / CHUNK);
}

/** The position of a bit in the row: the hex digit, and the bit in it. The row begins with the number of its bits. */
function placeOf(index: bigint): { readonly at: number; readonly bit: number } {
  const inChunk = index % CHUNK;
  const word = inChunk / WORD;
  const inWord = inChunk % WORD;
  return { at: Number(16n + word * 16n + 15n - inWord / 4n), bit: 1 << Number(inWord % 4n) };
}
