import { SINGLETON } from '../../specs/key.ts';
import { providerChannel, providerClient } from '../../specs/tables/consumer.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { connections } from '../../specs/tables/ibc/connection.ts';
import { CCV_VERSION, CONSUMER_PORT, PROVIDER_PORT } from '../ccv/channel.ts';
import { readHandshakeMetadata } from '../ccv/handshake-metadata.ts';
import type { ChannelOpening, Context } from '../context.ts';
import { channelOpenInit } from '../ibc/channel/handshake.ts';
import { ensure as ensureIbc } from '../ibc/errors.ts';
import { channelKey } from '../ibc/path.ts';
import { ensure, refuse } from './errors.ts';
import { paramsOf, setParams } from './params.ts';

/**
 * The consumer's part of a channel opening (ICS-028, ME [CCV-CCF-COINIT]): ordered, between the two CCV ports, over the
 * client of the genesis, and only while no channel to the provider is established.
 */
export function openInit(context: Context, opening: ChannelOpening): string {
  const { draft } = context;
  const version = opening.version.trim() === '' ? CCV_VERSION : opening.version;
  ensure(
    !draft.has(providerChannel, SINGLETON),
    'duplicateChannel',
    'the channel to the provider is already established',
  );
  ensureIbc(opening.ordering === 'ORDER_ORDERED', 'invalidOrdering', 'a CCV channel is ordered');
  ensureIbc(opening.portId === CONSUMER_PORT, 'invalidPort', 'a CCV channel starts from the port of the consumer');
  ensure(version === CCV_VERSION, 'invalidVersion', 'not the version of CCV');
  ensureIbc(
    opening.counterpartyPortId === PROVIDER_PORT,
    'invalidPort',
    'a CCV channel ends at the port of the provider',
  );
  const [connection, ...more] = opening.connectionHops;
  ensureIbc(connection !== undefined && more.length === 0, 'tooManyHops', 'a CCV channel has one connection');
  const client = draft.get(connections, connection)?.client_id;
  ensureIbc(client !== undefined, 'connectionNotFound', 'no such connection');
  ensureIbc(client === draft.get(providerClient, SINGLETON), 'invalidClient', 'not the client of the genesis');
  return version;
}

/** A CCV channel is opened by the consumer (ME [CCV-CCF-COTRY], [CCV-CCF-COCONFIRM]). */
export function refuseWrongFlow(): never {
  refuse('wrongFlow', 'the handshake is initiated by the consumer');
}

/**
 * The acknowledgement step of the handshake (ME [CCV-CCF-COACK]): stores the reward address, and opens a transfer channel
 * for rewards over the same connection, unless the parameters name an existing one.
 */
export function openAck(context: Context, portId: string, channelId: string, counterpartyVersion: string): void {
  const { draft } = context;
  ensure(
    !draft.has(providerChannel, SINGLETON),
    'duplicateChannel',
    'the channel to the provider is already established',
  );
  const metadata = readHandshakeMetadata(counterpartyVersion);
  ensure(metadata !== undefined, 'invalidMetadata', 'not the metadata of a handshake');
  ensure(metadata.version === CCV_VERSION, 'invalidVersion', 'not the version of CCV');
  setParams(context, { provider_fee_pool_addr_str: metadata.providerFeePoolAddr });
  if (draft.has(channelEnds, channelKey('transfer', paramsOf(context).distribution_transmission_channel))) return;
  const channel = channelOpenInit(context, {
    port_id: 'transfer',
    channel: {
      state: 'STATE_INIT',
      ordering: 'ORDER_UNORDERED',
      counterparty: { port_id: 'transfer', channel_id: '' },
      connection_hops: draft.get(channelEnds, channelKey(portId, channelId))?.connection_hops ?? [],
      version: 'ics20-1',
    },
  });
  setParams(context, { distribution_transmission_channel: channel });
}

/** A relayer may close a channel only once another one is established (ME [CCV-CCF-CCINIT]). */
export function closeInit({ draft }: Context, channelId: string): void {
  const channel = draft.get(providerChannel, SINGLETON);
  ensure(channel !== undefined && channel !== channelId, 'invalidRequest', 'the channel to the provider stays open');
}
