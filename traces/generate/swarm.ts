import type { Random } from 'fast-check';
import { ACTION_KINDS } from '../actions/index.ts';
import { pick } from './random.ts';

/** What happens to the weight of a kind in one trace, and how often. */
const FACTORS = [
  { factor: 0, often: 3 },
  { factor: 0.3, often: 2 },
  { factor: 1, often: 8 },
  { factor: 3, often: 3 },
  { factor: 8, often: 1 },
] as const;

/** Kinds without which nothing else happens. */
const ALWAYS: ReadonlySet<string> = new Set(['block', 'deliver', 'start-consumer']);

/**
 * How much more or less often than usual each kind of action comes in one trace. Some never come: a trace that does
 * a few things many times finds what a trace that does everything evenly does not.
 */
export function swarmOf(random: Random): ReadonlyMap<string, number> {
  const factors = ACTION_KINDS.map(({ kind }): [string, number] => {
    const drawn = pick(random, FACTORS, ({ often }) => often)?.factor ?? 1;
    return [kind, ALWAYS.has(kind) ? 1 : drawn];
  });
  return new Map(factors);
}
