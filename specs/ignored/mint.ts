import type { IgnoredPrefix } from '../table.ts';

/** The minter and its parameters. */
export const mintIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'mint',
    prefix: '',
    reason: 'later',
    why: 'the inflation of each block; what it mints shows in balances and supply, and here it is zero',
  },
];
