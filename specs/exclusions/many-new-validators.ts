import type { Exclusion } from '../exclusion.ts';

/** MsgCreateValidator. */
export const manyNewValidators = {
  name: 'many-new-validators',
  notDrawn: 'new validators on a chain that has twelve or more',
  why: 'Each validator more makes every block slower. Traces that begin with up to 100 validators are drawn.',
  rule: 'SDK x/staking, MsgCreateValidator',
  withheld: false,
} as const satisfies Exclusion;
