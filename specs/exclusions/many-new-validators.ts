import type { Exclusion } from '../exclusion.ts';

/** MsgCreateValidator. */
export const manyNewValidators = {
  name: 'many-new-validators',
  notDrawn: 'a new validator on a chain that has twelve or more',
  why: 'Every validator makes each block slower. Traces that start with up to 100 validators are drawn.',
  rule: 'SDK x/staking, MsgCreateValidator',
  withheld: false,
} as const satisfies Exclusion;
