import type { Exclusion } from '../exclusion.ts';

/** VSC packets that the validators of the provider forge. */
export const forgedValidatorSets = {
  name: 'forged-validator-sets',
  notDrawn: 'forged VSC packets that change the validators of a consumer',
  why: 'A consumer cannot tell them from packets of the program, and its set is no longer what the provider decided.',
  rule: 'SM §Assumptions, Safe Blockchain: the provider runs its program',
  withheld: false,
} as const satisfies Exclusion;
