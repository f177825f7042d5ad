import { textPrefix, type IgnoredPrefix } from '../table.ts';

const store = 'transfer';

/** What token transfers write; they come with the distribution of rewards. */
export const transferIgnored: readonly IgnoredPrefix[] = [
  { store, prefix: '02', reason: 'later', why: 'traces of denominations that a transfer brought (before ibc-go v9)' },
  { store, prefix: '03', reason: 'later', why: 'denominations that a transfer brought (from ibc-go v9 on)' },
  { store, prefix: textPrefix('totalEscrowForDenom/'), reason: 'later', why: 'amounts that transfers hold in escrow' },
];
