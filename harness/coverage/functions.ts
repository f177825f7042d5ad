import type { ProfileBlock } from './profile.ts';

/** A function of the programs and how much of it was reached. */
export interface CoveredFunction {
  /** The import path of its package. */
  readonly package: string;
  readonly file: string;
  readonly line: number;
  /** With its receiver: `Keeper.SendVSCPackets`. */
  readonly name: string;
  readonly statements: number;
  /** How many of them were executed at least once. */
  readonly reached: number;
  /** Of the others, those that do nothing but hand an error on. */
  readonly handingOn: number;
}

type Place = Pick<CoveredFunction, 'file' | 'line' | 'name'>;

const LINE = /^(.+\.go):(\d+):\s+(\S+)\s/;

/**
 * Gives each block of a profile to the function in which it lies; `listing` is what `go tool covdata func` prints. A
 * function literal counts as a part of the function around it. `handsOn` says which blocks only hand an error on.
 */
export function functionsOf(
  blocks: readonly ProfileBlock[],
  listing: string,
  handsOn: (block: ProfileBlock) => boolean = () => false,
): readonly CoveredFunction[] {
  const places = placesOf(listing);
  const totals = new Map<Place, { statements: number; reached: number; handingOn: number }>();
  for (const block of blocks) {
    const { file, startLine, statements, count } = block;
    const place = places.get(file)?.findLast(({ line }) => line <= startLine);
    if (place === undefined) continue;
    const total = totals.get(place) ?? { statements: 0, reached: 0, handingOn: 0 };
    total.statements += statements;
    if (count > 0n) total.reached += statements;
    else if (handsOn(block)) total.handingOn += statements;
    totals.set(place, total);
  }
  return [...totals].map(([place, total]) => ({ package: packageOf(place.file), ...place, ...total }));
}

/** By file, in the order of their lines. */
function placesOf(listing: string): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const text of listing.split('\n')) {
    const [, file, line, name] = LINE.exec(text) ?? [];
    if (file === undefined || line === undefined || name === undefined) continue;
    const known = places.get(file) ?? [];
    if (known.length === 0) places.set(file, known);
    known.push({ file, line: Number(line), name });
  }
  for (const known of places.values()) known.sort((a, b) => a.line - b.line);
  return places;
}

function packageOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
