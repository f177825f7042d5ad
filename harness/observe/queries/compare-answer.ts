import { isList, type Fields, type Value } from '../../../specs/value.ts';
import { compareValues } from '../../compare/compare-values.ts';
import type { Difference } from '../../compare/difference.ts';

/** The differences between the parts of an answer that the store decides and what the program answered. */
export function compareAnswer(path: readonly string[], stored: Fields, answered: Value): Difference[] {
  return compareValues('query', path, stored, decidedPart(stored, answered));
}

/** Leaves out the fields of messages about which the store says nothing. */
function decidedPart(stored: Value | undefined, answered: Value | undefined): Value | undefined {
  if (isList(stored) && isList(answered))
    return answered.map((item, i) => decidedPart(stored[i] ?? item, item) ?? null);
  if (!isMessage(stored) || !isMessage(answered)) return answered;
  const names = Object.keys(stored).filter((name) => stored[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, decidedPart(stored[name], answered[name])]));
}

function isMessage(value: Value | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}
