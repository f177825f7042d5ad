import { textPrefix, type IgnoredPrefix } from '../table.ts';

/** What the SDK stores about the program itself, on every kind of chain. Traces do not change it. */
export const chainIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'crisis',
    prefix: '',
    why: 'the fee for verifying an invariant, written at genesis; the protocol does not read it',
  },
  {
    store: 'params',
    prefix: '',
    why: 'legacy parameters from before modules stored their own; only migrations read or write them',
  },
  {
    store: 'upgrade',
    prefix: '02',
    why: 'module versions, written at genesis and by an upgrade; the protocol does not read them',
  },
  {
    store: 'upgrade',
    prefix: textPrefix('upgradedIBCState'),
    why: 'the client and consensus state for counterparties of an IBC upgrade; traces propose none, and other upgrades only delete what does not exist',
  },
];
