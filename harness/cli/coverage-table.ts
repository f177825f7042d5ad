import { columnsOf } from './columns.ts';
import type { Coverage, PackageCoverage, Share, UnreachedFunction } from '../coverage/coverage.ts';

/** Coverage for a person to read: a table of packages, and each function never reached with its reason. */
export function coverageText({ packages, unreached, outdated }: Coverage): string {
  const counted = packages.filter(({ statements }) => statements > 0);
  const rows = [{ package: 'package', reached: 'reached', of: 'of', share: '' }, ...counted.map(rowOf)];
  const apart = columnsOf(
    [{ part: 'counted apart', reached: 'reached', of: 'of', share: '' }, ...apartOf(packages)],
    ['part', 'reached', 'of', 'share'],
  );
  const open = unreached.filter(({ reason }) => reason === null);
  return [
    columnsOf(rows, ['package', 'reached', 'of', 'share']),
    '',
    apart,
    '',
    `never reached   ${unreached.length} functions, ${open.length} of them without a reason`,
    ...unreached.map(unreachedText),
    ...(outdated.length === 0 ? [] : ['', `outdated        reached, against the reason: ${outdated.join(', ')}`]),
  ].join('\n');
}

function rowOf({ name, ...share }: PackageCoverage): Record<'package' | 'reached' | 'of' | 'share', string> {
  return { package: name, ...numbersOf(share) };
}

function apartOf(packages: readonly PackageCoverage[]): Record<'part' | 'reached' | 'of' | 'share', string>[] {
  const parts = new Map<string, { statements: number; reached: number }>();
  for (const { apart } of packages) {
    for (const [part, { statements, reached }] of Object.entries(apart)) {
      const total = parts.get(part) ?? { statements: 0, reached: 0 };
      parts.set(part, { statements: total.statements + statements, reached: total.reached + reached });
    }
  }
  return [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([part, share]) => ({ part, ...numbersOf(share) }));
}

function numbersOf({ statements, reached }: Share): Record<'reached' | 'of' | 'share', string> {
  return { reached: String(reached), of: String(statements), share: `${((100 * reached) / statements).toFixed(1)} %` };
}

function unreachedText({ package: name, place, name: func, reason }: UnreachedFunction): string {
  return `  ${name}/${place}  ${func}${reason === null ? '' : `: ${reason}`}`;
}
