import { providerChannel, providerClient } from '../../specs/tables/consumer.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { connections } from '../../specs/tables/ibc/connection.ts';
import type { ChannelOpening, Context } from '../context.ts';
import { channelOpenInit } from '../ibc/channel/handshake.ts';
import { channelKey } from '../ibc/path.ts';
import { Refusal, require } from '../refusal.ts';
import { readHandshakeMetadata } from './handshake-metadata.ts';
import { paramsOf, setParams } from './params.ts';

/** The version of CCV; the specification calls it `ccv-1`. */
export const CCV_VERSION = '1';

/**
 * The consumer's part of a channel opening (ICS-028, ME [CCV-CCF-COINIT]): ordered, between the two CCV ports, over the
 * client of the genesis, and only while no channel to the provider is established.
 */
export function openInit(context: Context, opening: ChannelOpening): string {
  const { draft } = context;
  const version = opening.version.trim() === '' ? CCV_VERSION : opening.version;
  require(!draft.has(providerChannel, ''), 'CCV', 5, 'the channel to the provider is already established');
  require(opening.ordering === 'ORDER_ORDERED', 'channel', 6, 'a CCV channel is ordered');
  require(opening.portId === 'consumer', 'port', 4, 'a CCV channel starts from the port of the consumer');
  require(version === CCV_VERSION, 'CCV', 2, 'not the version of CCV');
  require(opening.counterpartyPortId === 'provider', 'port', 4, 'a CCV channel ends at the port of the provider');
  const [connection, ...more] = opening.connectionHops;
  require(connection !== undefined && more.length === 0, 'channel', 15, 'a CCV channel has one connection');
  const client = draft.get(connections, connection)?.client_id;
  require(client !== undefined, 'connection', 3, 'no such connection');
  require(client === draft.get(providerClient, ''), 'client', 3, 'not the client of the genesis');
  return version;
}

/** A CCV channel is opened by the consumer (ME [CCV-CCF-COTRY], [CCV-CCF-COCONFIRM]). */
export function refuseWrongFlow(): never {
  throw new Refusal('CCV', 3, 'the handshake is initiated by the consumer');
}

/**
 * The provider's answer (ME [CCV-CCF-COACK]): remembers where rewards go, and opens the transfer channel that they take,
 * over the same connection, unless the parameters name one that exists.
 */
export function openAck(context: Context, portId: string, channelId: string, counterpartyVersion: string): void {
  const { draft } = context;
  require(!draft.has(providerChannel, ''), 'CCV', 5, 'the channel to the provider is already established');
  const metadata = readHandshakeMetadata(counterpartyVersion);
  require(metadata !== undefined, 'CCV', 8, 'not the metadata of a handshake');
  require(metadata.version === CCV_VERSION, 'CCV', 2, 'not the version of CCV');
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
  const channel = draft.get(providerChannel, '');
  require(channel !== undefined && channel !== channelId, 'sdk', 18, 'the channel to the provider stays open');
}
