import type { HeightRow } from '../../specs/tables/ibc/height.ts';
import type { Context } from '../context.ts';

/** The zero height. */
export const ZERO_HEIGHT: HeightRow = { revision_number: 0n, revision_height: 0n };

/** Orders heights by revision, then by height (ICS-02): negative, 0 or positive. */
export function compareHeights(a: HeightRow, b: HeightRow): number {
  const order = a.revision_number - b.revision_number || a.revision_height - b.revision_height;
  return order < 0n ? -1 : Number(order > 0n);
}

/** Whether a height is zero. */
export function isZeroHeight(height: HeightRow): boolean {
  return height.revision_number === 0n && height.revision_height === 0n;
}

/** A height as store keys hold it: `{revision}-{height}`. */
export function heightText(height: HeightRow): string {
  return `${height.revision_number}-${height.revision_height}`;
}

/** Reads what `heightText` wrote. */
export function parseHeight(text: string): HeightRow {
  const [revision = '0', height = '0'] = text.split('-');
  return { revision_number: BigInt(revision), revision_height: BigInt(height) };
}

const revisions = new Map<string, bigint>();

/** The revision that a chain id ends with, 0 without one (ICS-02): `c0-2` has revision 2. */
export function revisionOf(chainId: string): bigint {
  let revision = revisions.get(chainId);
  if (revision === undefined) {
    revision = BigInt(/^.*[^\n-]-([1-9][0-9]*)$/u.exec(chainId)?.[1] ?? 0);
    revisions.set(chainId, revision);
  }
  return revision;
}

/** The height of the block that is being made. */
export function selfHeight({ block }: Context): HeightRow {
  return { revision_number: revisionOf(block.chainId), revision_height: block.height };
}
