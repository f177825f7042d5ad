import type { Exclusion } from '../exclusion.ts';

/** MsgUndelegate and MsgBeginRedelegate. */
export const chainWithoutPower = {
  name: 'chain-without-power',
  notDrawn: 'undelegations and redelegations that take most of its stake from the last validator with power',
  why: 'A chain without power makes no more blocks, so that the rest of the trace would show nothing.',
  rule: 'CometBFT: a validator set is not empty',
  withheld: false,
} as const satisfies Exclusion;
