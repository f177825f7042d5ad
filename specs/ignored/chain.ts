import { textPrefix, type IgnoredPrefix } from '../table.ts';

/** What the SDK keeps of the program itself, on both kinds of chain: parameters that a trace does not change. */
export const chainIgnored: readonly IgnoredPrefix[] = [
  {
    store: 'crisis',
    prefix: '',
    why: 'the fee for checking an invariant, written at genesis; no part of the protocol reads it',
  },
  {
    store: 'params',
    prefix: '',
    why: 'parameters from before the modules stored their own; only a migration reads or writes them',
  },
  {
    store: 'upgrade',
    prefix: '02',
    why: 'versions of the modules, written at genesis and by an upgrade; no part of the protocol reads them',
  },
  {
    store: 'upgrade',
    prefix: textPrefix('upgradedIBCState'),
    why: 'what the clients of other chains are shown when a chain changes its id; nobody proposes that, and an upgrade deletes what is not there',
  },
];
