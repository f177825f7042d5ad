import type { Exclusion } from '../exclusion.ts';

/** The action `fault`. */
export const nodeFaults = {
  name: 'node-faults',
  notDrawn: 'faults of nodes: pauses, kills, partitions',
  why: 'Only real nodes have them. On the lockstep engine a fault is a block that lacks votes, which is drawn.',
  rule: 'CometBFT: blocks are decided with more than two thirds of the power',
  withheld: false,
} as const satisfies Exclusion;
