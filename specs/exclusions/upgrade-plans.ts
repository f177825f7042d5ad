import type { Exclusion } from '../exclusion.ts';

/** MsgSoftwareUpgrade. */
export const upgradePlans = {
  name: 'upgrade-plans',
  notDrawn: 'upgrade plans of the provider, and plans of other chains except the one for their changeover',
  why: 'There is no program for a planned upgrade, so the plan would halt the chain.',
  rule: 'SDK x/upgrade, MsgSoftwareUpgrade',
  withheld: false,
} as const satisfies Exclusion;
