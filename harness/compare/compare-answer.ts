import { isList, type Fields, type Value } from '../../specs/value.ts';
import type { DueQuestion, QueryAnswer } from '../observe/queries.ts';
import { requestText } from '../observe/queries/query-check.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';

/**
 * Where the answer to a query differs from what the chain's own store says, on the fields that the query compares. A
 * refusal is a difference, for the store has an answer; so is a program that does not have the query.
 */
export function compareAnswer({ check, request, answer }: DueQuestion, answered: QueryAnswer): Difference[] {
  const path = ['queries', `${check.method} ${requestText(request)}`];
  switch (answered.kind) {
    case 'answered':
      return compareValues('query', path, answer, only(treeOf(check.fields), answered.response));
    case 'refused': {
      const { codespace, code } = answered;
      return [{ kind: 'query', path, expected: answer, observed: { codespace, code } }];
    }
    case 'unknown':
      return [{ kind: 'query', path, expected: answer, observed: `unknown: the program has no ${check.service}` }];
  }
}

/** Fields by their names, each with the fields in it that count; without any, all of it counts. */
interface Tree extends ReadonlyMap<string, Tree> {}

function treeOf(paths: readonly string[]): Tree {
  const below = Map.groupBy(paths, (path) => path.split('.')[0] ?? path);
  return new Map(
    [...below].map(([name, all]) => [name, treeOf(all.flatMap((path) => path.slice(name.length + 1) || []))]),
  );
}

/** A value with nothing but the fields that count. */
function only(tree: Tree, value: Value | undefined): Value | undefined {
  if (tree.size === 0 || value === undefined) return value;
  if (isList(value)) return value.map((item) => only(tree, item) ?? null);
  if (!isMessage(value)) return value;
  return Object.fromEntries([...tree].map(([name, below]) => [name, only(below, value[name])]));
}

function isMessage(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}
