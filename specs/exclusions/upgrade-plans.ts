import type { Exclusion } from '../exclusion.ts';

/** MsgSoftwareUpgrade. */
export const upgradePlans = {
  name: 'upgrade-plans',
  notDrawn: 'upgrade plans of the provider, and plans of other chains beside the one for their changeover',
  why: 'The program of a planned upgrade does not exist, so that the plan stops the chain for good.',
  rule: 'SDK x/upgrade, MsgSoftwareUpgrade',
  withheld: false,
} as const satisfies Exclusion;
