import { sum } from '../campaign/counting.ts';
import { columnsOf } from './columns.ts';
import type { Coverage, PackageCoverage, Share, UnreachedFunction } from '../coverage/coverage.ts';

/** Coverage for a person to read: a table of packages, and each function never reached with its reason. */
export function coverageText({ packages, unreached, outdated }: Coverage): string {
  const counted = packages.filter(({ statements }) => statements > 0);
  const heads = {
    package: 'package',
    reached: 'reached',
    of: 'of',
    share: '',
    handingOn: 'only return errors',
    reachable: 'of reachable code',
  };
  const rows = [heads, ...counted.map((one) => rowOf(one, unreached))];
  const apart = columnsOf(
    [{ part: 'counted separately', reached: 'reached', of: 'of', share: '' }, ...apartOf(packages)],
    ['part', 'reached', 'of', 'share'],
  );
  const open = unreached.filter(({ reason }) => reason === null);
  return [
    columnsOf(rows, ['package', 'reached', 'of', 'share', 'handingOn', 'reachable']),
    '',
    apart,
    '',
    `never reached   ${unreached.length} functions, ${open.length} of them without a reason`,
    ...unreached.map(unreachedText),
    ...(outdated.length === 0 ? [] : ['', `outdated        reached in spite of a reason: ${outdated.join(', ')}`]),
  ].join('\n');
}

/**
 * The last column leaves out the functions that no trace can reach, for a reason that is known, and of the others what
 * only hands on an error that something below gives: that fails in a broken store, or not at all.
 */
function rowOf(
  { name, statements, reached, handingOn }: PackageCoverage,
  unreached: readonly UnreachedFunction[],
): Record<'package' | 'reached' | 'of' | 'share' | 'handingOn' | 'reachable', string> {
  const excused = unreached.filter((one) => one.package === name && one.reason !== null);
  const others = handingOn - sum(excused.map((one) => one.handingOn));
  const reachable = statements - sum(excused.map((one) => one.statements)) - others;
  return {
    package: name,
    ...numbersOf({ statements, reached }),
    handingOn: String(others),
    reachable: percent(reached, reachable),
  };
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
  return { reached: String(reached), of: String(statements), share: percent(reached, statements) };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

function unreachedText({ package: name, place, name: func, reason }: UnreachedFunction): string {
  return `  ${name}/${place}  ${func}${reason === null ? '' : `: ${reason}`}`;
}
