import { table, textPrefix } from '../table.ts';

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
