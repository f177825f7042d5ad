import type { IgnoredPrefix } from '../table.ts';

/** Evidence of misbehaviour that a chain has handled. */
export const evidenceIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'evidence',
    prefix: '',
    reason: 'later',
    why: 'evidence that consensus reported, kept by hash; it comes with double signing',
  },
];
