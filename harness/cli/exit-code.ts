import type { Verdict } from '../../specs/verdict.ts';

/** What the command ends with: 0 conforms, 1 diverges, 2 inconclusive, 3 wrong use or broken set-up. */
export const EXIT_CODES: Readonly<Record<Verdict | 'setup', number>> = {
  conforms: 0,
  diverges: 1,
  inconclusive: 2,
  setup: 3,
};
