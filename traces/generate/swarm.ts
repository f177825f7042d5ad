import type { Random } from 'fast-check';
import { ACTION_KINDS } from '../actions/index.ts';
import { pick } from './random.ts';

/** Factors for the weight of a kind in one trace, and how often each is drawn. */
const FACTORS = [
  { factor: 0, often: 3 },
  { factor: 0.3, often: 2 },
  { factor: 1, often: 8 },
  { factor: 3, often: 3 },
  { factor: 8, often: 1 },
] as const;

/** Kinds that everything else depends on. They keep their weight. */
const ALWAYS: ReadonlySet<string> = new Set(['block', 'deliver', 'start-consumer']);

/**
 * Draws a factor for the weight of each kind of action in one trace (swarm testing). Some factors are 0: a trace that
 * does a few things many times finds bugs that an even mix does not.
 */
export function swarmOf(random: Random): ReadonlyMap<string, number> {
  const factors = ACTION_KINDS.map(({ kind }): [string, number] => {
    const drawn = pick(random, FACTORS, ({ often }) => often)?.factor ?? 1;
    return [kind, ALWAYS.has(kind) ? 1 : drawn];
  });
  return new Map(factors);
}
