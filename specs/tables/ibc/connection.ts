import type { ClientId, ConnectionId } from '../../key.ts';
import { pathTable, table, textPrefix } from '../../table.ts';
import type { Hex, Nanos } from '../../value.ts';

const store = 'ibc';
const text = { as: 'text' } as const;

/** `ibc.core.connection.v1.Version` (ICS-03). */
export type ConnectionVersion = { readonly identifier: string; readonly features: readonly string[] };

/** The state of a connection end (ICS-03). */
export type ConnectionState = 'STATE_INIT' | 'STATE_TRYOPEN' | 'STATE_OPEN';

/** `ibc.core.connection.v1.Counterparty` (ICS-03). */
export type ConnectionCounterparty = {
  readonly client_id: string;
  readonly connection_id: string;
  readonly prefix: { readonly key_prefix: Hex };
};

/** `ibc.core.connection.v1.ConnectionEnd` (ICS-03). */
export type ConnectionRow = {
  readonly client_id: string;
  readonly versions: readonly ConnectionVersion[];
  readonly state: ConnectionState;
  readonly counterparty: ConnectionCounterparty;
  readonly delay_period: Nanos;
};

/** By connection id. */
export const connections = table<ConnectionRow, [connection: ConnectionId]>({
  name: `${store}/connections`,
  store,
  prefix: textPrefix('connections/'),
  key: [text],
  value: { as: 'proto', type: 'ibc.core.connection.v1.ConnectionEnd' },
});

/** The connections of a client; by `{client}/connections`. */
export const clientConnections = pathTable<
  { readonly paths: readonly string[] },
  [client: ClientId],
  '{client}/connections'
>({
  name: `${store}/client-connections`,
  store,
  prefix: textPrefix('clients/'),
  pattern: /^[^/]+\/connections$/u,
  path: '{client}/connections',
  value: { as: 'proto', type: 'ibc.core.connection.v1.ClientPaths' },
});

/** The number of the next connection. */
export const nextConnectionSequence = table<bigint, []>({
  name: `${store}/next-connection-sequence`,
  store,
  prefix: textPrefix('nextConnectionSequence'),
  key: [],
  value: { as: 'u64' },
});

/** The maximum expected time per block, for the delay of a connection (ICS-03). */
export const connectionParams = table<{ readonly max_expected_time_per_block: bigint }, []>({
  name: `${store}/connection-params`,
  store,
  prefix: textPrefix('connectionParams'),
  key: [],
  value: { as: 'proto', type: 'ibc.core.connection.v1.Params' },
});
