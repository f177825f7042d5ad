import { isList, sameValue, type Value } from '../../specs/value.ts';
import type { Difference, DifferenceKind } from './difference.ts';

/** The smallest parts on which two values differ, each with its path below `path`. */
export function compareValues(
  kind: DifferenceKind,
  path: readonly string[],
  expected: Value | undefined,
  observed: Value | undefined,
): Difference[] {
  if (sameValue(expected, observed)) return [];
  if (!isMessage(expected) || !isMessage(observed) || isList(expected) !== isList(observed))
    return [{ kind, path, expected, observed }];
  const mine = partsOf(expected);
  const theirs = partsOf(observed);
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...names].flatMap((name) => compareValues(kind, [...path, name], mine[name], theirs[name]));
}

type Message = Extract<Value, object>;
type Parts = Readonly<Record<string, Value | undefined>>;

function isMessage(value: Value | undefined): value is Message {
  return typeof value === 'object' && value !== null;
}

function partsOf(value: Message): Parts {
  return isList(value) ? Object.fromEntries(value.entries()) : value;
}
