import type { Exclusion } from '../exclusion.ts';

/** The action `fault`. */
export const nodeFaults = {
  name: 'node-faults',
  notDrawn: 'node faults: pauses, kills and network partitions',
  why: 'Only real nodes have them. On the lockstep engine a fault is a block with missing votes, which is drawn.',
  rule: 'CometBFT: a block needs votes with more than two thirds of the power',
  withheld: false,
} as const satisfies Exclusion;
