import { SINGLETON } from '../../../specs/key.ts';
import type { RowView } from '../../../specs/rows.ts';
import {
  consumerParams,
  lastTransmission,
  pendingPackets,
  providerChannel,
  slashRecord,
} from '../../../specs/tables/consumer.ts';
import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import { clientStates } from '../../../specs/tables/ibc/client.ts';
import { connections } from '../../../specs/tables/ibc/connection.ts';
import { askOnce, queryCheck, type AskedChain, type Question } from './query-check.ts';

const SERVICE = 'interchain_security.ccv.consumer.v1.Query';
const PORT = 'consumer';
const ESTIMATE = 'interchain_security.ccv.consumer.v1.QueryNextFeeDistributionEstimate';

/** Queries of the CCV consumer module. */
export const consumerQueries = [
  queryCheck(SERVICE, 'QueryParams', ['params'], (rows) =>
    askOnce(rows.row(consumerParams, SINGLETON), (params) => ({ params })),
  ),
  queryCheck(
    SERVICE,
    'QueryProviderInfo',
    ['consumer', 'provider'].flatMap((side) =>
      ['chainID', 'clientID', 'connectionID', 'channelID'].map((field) => `${side}.${field}`),
    ),
    providerInfo,
  ),
  queryCheck(SERVICE, 'QueryThrottleState', ['slash_record', 'packet_data_queue'], throttleState),
  {
    ...queryCheck(
      SERVICE,
      'QueryNextFeeDistribution',
      [
        'data.currentHeight',
        'data.lastHeight',
        'data.nextHeight',
        'data.distribution_fraction',
        'data.total',
        'data.toProvider',
        'data.toConsumer',
      ],
      nextDistribution,
    ),
    request: `${ESTIMATE}Request`,
    response: `${ESTIMATE}Response`,
  },
];

/** The two ends of the CCV channel; there is an answer once the channel to the provider is known. */
function providerInfo(rows: RowView, { chainId }: AskedChain): Question[] {
  const channelID = rows.row(providerChannel, SINGLETON) ?? '';
  const channel = rows.row(channelEnds, channelEnds.key(PORT, channelID));
  const connectionID = channel?.connection_hops[0] ?? '';
  const connection = rows.row(connections, connectionID);
  const client = rows.row(clientStates, clientStates.key(connection?.client_id ?? ''));
  if (channel === undefined || connection === undefined) return [];
  if (client === undefined || !('chain_id' in client)) return [];
  const answer = {
    consumer: { chainID: chainId, clientID: connection.client_id, connectionID, channelID },
    provider: {
      chainID: client.chain_id,
      clientID: connection.counterparty.client_id,
      connectionID: connection.counterparty.connection_id,
      channelID: channel.counterparty.channel_id,
    },
  };
  return [{ request: {}, answer }];
}

/** The slash packets that wait, in the order in which they will be sent (ADR-008). */
function throttleState(rows: RowView): Question[] {
  const queue = [...rows.rows(pendingPackets)].toSorted(([a], [b]) => Number(BigInt(a) - BigInt(b)));
  const record = rows.row(slashRecord, SINGLETON) ?? null;
  return [{ request: {}, answer: { slash_record: record, packet_data_queue: queue.map(([, packet]) => packet) } }];
}

/** When rewards are due; the fees of a block are shared in it, so that none wait in between. */
function nextDistribution(rows: RowView, { height }: AskedChain): Question[] {
  return askOnce(rows.row(consumerParams, SINGLETON), (params) => {
    const last = rows.row(lastTransmission, SINGLETON)?.height ?? 0n;
    return {
      data: {
        currentHeight: height,
        lastHeight: last,
        nextHeight: last + params.blocks_per_distribution_transmission,
        distribution_fraction: params.consumer_redistribution_fraction,
        total: '',
        toProvider: '',
        toConsumer: '',
      },
    };
  });
}
