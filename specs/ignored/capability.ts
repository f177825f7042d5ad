import type { IgnoredPrefix } from '../table.ts';

/** The in-memory index of the capability module (feature `ibc-capabilities`). */
export const capabilityIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'memory:capability',
    prefix: '',
    why: 'an in-memory copy of the store `capability`, which is compared; not part of the committed state',
  },
];
