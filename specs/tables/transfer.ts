import { table, textPrefix, type IgnoredPrefix } from '../table.ts';

/** The store of the transfer application (ICS-20). */
const store = 'transfer';

/** The port that the application owns. */
export const transferPort = table<string>({
  name: `${store}/port`,
  store,
  prefix: '01',
  key: [],
  value: { as: 'text' },
});

export const transferParams = table<{ readonly send_enabled: boolean; readonly receive_enabled: boolean }>({
  name: `${store}/params`,
  store,
  prefix: textPrefix('params'),
  key: [],
  value: { as: 'proto', type: 'ibc.applications.transfer.v1.Params' },
});

/** What token transfers write; they come with the distribution of rewards. */
export const transferIgnored: readonly IgnoredPrefix[] = [
  { store, prefix: '02', reason: 'later', why: 'traces of denominations that a transfer brought (before ibc-go v9)' },
  { store, prefix: '03', reason: 'later', why: 'denominations that a transfer brought (from ibc-go v9 on)' },
  { store, prefix: textPrefix('totalEscrowForDenom/'), reason: 'later', why: 'amounts that transfers hold in escrow' },
];
