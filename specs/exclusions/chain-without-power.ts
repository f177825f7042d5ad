import type { Exclusion } from '../exclusion.ts';

/** MsgUndelegate and MsgBeginRedelegate. */
export const chainWithoutPower = {
  name: 'chain-without-power',
  notDrawn: 'undelegations and redelegations that take most of the stake of the last validator with power',
  why: 'A chain without power makes no more blocks, so the rest of the trace would test nothing.',
  rule: 'CometBFT: a validator set is never empty',
  withheld: false,
} as const satisfies Exclusion;
