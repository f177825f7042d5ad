import type { Rows } from '../../specs/rows.ts';
import type { RowChange } from '../../specs/block.ts';
import { byCodeUnits } from '../../specs/order.ts';
import { isStored } from '../../specs/table.ts';
import type { Value } from '../../specs/value.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';

/**
 * The differences between two sides in the rows that either of them changed in a block, by table and by key. The rows of
 * both sides after the block say what stands where only one of them changed something.
 */
export function compareChanges(
  expected: { readonly changes: readonly RowChange[]; readonly rows: Rows },
  observed: { readonly changes: readonly RowChange[]; readonly rows: Rows },
): Difference[] {
  const differences: Difference[] = [];
  const seen = new Map<string, Set<string>>();
  for (const { table, key } of [...expected.changes, ...observed.changes]) {
    let keys = seen.get(table);
    if (keys === undefined) seen.set(table, (keys = new Set()));
    if (keys.has(key)) continue;
    keys.add(key);
    differences.push(...compareRow(table, key, rowOf(expected.rows, table, key), rowOf(observed.rows, table, key)));
  }
  return differences.toSorted(byRow);
}

/**
 * All differences between the state that the model holds and the one that the observer holds, by table and by key. What
 * the model alone remembers is left out.
 */
export function compareStates(expected: Rows, observed: Rows): Difference[] {
  const differences: Difference[] = [];
  for (const table of new Set([...expected.keys(), ...observed.keys()].filter(isStored))) {
    const mine = expected.get(table) ?? NO_ROWS;
    const theirs = observed.get(table) ?? NO_ROWS;
    for (const [key, row] of mine) differences.push(...compareRow(table, key, row, theirs.get(key)));
    for (const [key, row] of theirs) if (!mine.has(key)) differences.push(...compareRow(table, key, undefined, row));
  }
  return differences.toSorted(byRow);
}

/** The parts of a row stay in the order of its fields. */
function byRow(
  { path: [table = '', key = ''] }: Difference,
  { path: [other = '', otherKey = ''] }: Difference,
): number {
  return byCodeUnits(table, other) || byCodeUnits(key, otherKey);
}

const NO_ROWS: ReadonlyMap<string, Value> = new Map();

function rowOf(rows: Rows, table: string, key: string): Value | undefined {
  return rows.get(table)?.get(key);
}

function compareRow(
  table: string,
  key: string,
  expected: Value | undefined,
  observed: Value | undefined,
): Difference[] {
  const path = [table, key];
  if (expected === undefined && observed === undefined) return [];
  if (observed === undefined) return [{ kind: 'missing-row', path, expected, observed }];
  if (expected === undefined) return [{ kind: 'extra-row', path, expected, observed }];
  return compareValues('field', path, expected, observed);
}
