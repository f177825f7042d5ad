import type { IgnoredPrefix } from '../table.ts';

/** Proposals, deposits and votes of the provider's governance. */
export const govIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'gov',
    prefix: '',
    reason: 'later',
    why: 'no action submits a proposal yet: written at genesis only (next proposal id, parameters, constitution)',
  },
];
