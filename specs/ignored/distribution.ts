import type { IgnoredPrefix } from '../table.ts';

/** Rewards and fees of validators and delegators, the community pool, and who proposed the block before. */
export const distributionIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'distribution',
    prefix: '',
    reason: 'later',
    why: 'how fees and the rewards of consumers are shared among validators and delegators comes with the rewards',
  },
];
