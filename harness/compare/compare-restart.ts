import type { Replayed } from '../facts/answers.ts';
import type { Difference } from './difference.ts';

/** A program that comes back must have the state that it had; the first one that differs counts. */
export function compareRestart(replayed: readonly Replayed[]): Difference[] {
  const found = replayed.find(({ first, again }) => first !== again);
  if (found === undefined) return [];
  const path = ['the state after a restart', 'app hash'];
  return [{ kind: 'field', path, expected: found.first, observed: found.again }];
}
