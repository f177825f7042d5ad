import type { IgnoredPrefix } from '../table.ts';

/** The index in memory of the capability module (feature `ibc-capabilities`). */
export const capabilityIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'memory:capability',
    prefix: '',
    why: 'a copy in memory of the store `capability`, which is compared; no part of the committed state',
  },
];
