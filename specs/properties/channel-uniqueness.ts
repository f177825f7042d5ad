import type { ChainName } from '../block.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds, type ChannelRow } from '../tables/ibc/channel.ts';
import { connections } from '../tables/ibc/connection.ts';
import { ConsumerIds, type ConsumerId } from '../history/consumer-ids.ts';
import { channelToConsumer, clientToConsumer, consumerToChannel } from '../tables/provider.ts';

/** Channel Uniqueness (SM §CCV Channel). */
export const channelUniqueness: ExecutableProperty = {
  name: 'channel-uniqueness',
  statement:
    'A provider and a consumer have one CCV channel: they never have two that are open at both ends, and neither ' +
    'replaces its CCV channel with another one.',
  kind: 'safety',
  group: 'channel',
  source: 'SM §CCV Channel',
  touches: {
    provider: [
      'txs/MsgChannelOpenInit',
      'txs/MsgChannelOpenTry',
      'txs/MsgChannelOpenAck',
      'txs/MsgChannelOpenConfirm',
      'provider/consumer-to-channel',
      'provider/channel-to-consumer',
      'provider/client-to-consumer',
      'ibc/channel-ends/provider',
      'ibc/connections',
    ],
    consumer: [
      'txs/MsgChannelOpenInit',
      'txs/MsgChannelOpenTry',
      'txs/MsgChannelOpenAck',
      'txs/MsgChannelOpenConfirm',
      'ccvconsumer/provider-channel',
      'ccvconsumer/provider-client',
      'ibc/channel-ends/consumer',
      'ibc/connections',
    ],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const ids = new ConsumerIds();
  /** Open channel ends with their counterparty ends, by consumer: on the provider, and on the consumer. */
  const providerEnds = new Map<ConsumerId, Map<string, string>>();
  const consumerEnds = new Map<ConsumerId, Map<string, string>>();
  const established = new Map<ChainName, string>();

  function observe(event: HistoryEvent): Violation | undefined {
    ids.observe(event);
    return event.kind === 'provider'
      ? (secondOnProvider(event) ?? twoOpen(event))
      : (secondOnConsumer(event) ?? twoOpen(event));
  }

  function secondOnProvider(event: HistoryEvent): Violation | undefined {
    for (const { key: consumer, row: channel } of changesOf(event, consumerToChannel)) {
      if (channel === undefined) continue;
      const other = event.view.row(channelToConsumer, channel);
      if (other !== consumer)
        return violation(event, `${channel} is the channel of consumer ${consumer}; however it belongs to ${other}`);
      const before = established.get(`provider ${consumer}`);
      if (before !== undefined && before !== channel)
        return violation(event, `consumer ${consumer} has the channel ${channel}; however it had ${before} before`);
      established.set(`provider ${consumer}`, channel);
    }
    return undefined;
  }

  function secondOnConsumer(event: HistoryEvent): Violation | undefined {
    for (const { row: channel } of changesOf(event, providerChannel)) {
      const before = established.get(event.chain);
      if (before !== undefined && before !== channel)
        return violation(event, `its channel to the provider is ${channel}; however it was ${before} before`);
      if (channel !== undefined) established.set(event.chain, channel);
    }
    return undefined;
  }

  function twoOpen(event: HistoryEvent): Violation | undefined {
    for (const { key, row } of changesOf(event, channelEnds)) {
      const [port, , channel] = key.split('/');
      if (port !== event.kind || channel === undefined || row === undefined) continue;
      const consumer = event.kind === 'provider' ? consumerBehind(event, row) : ids.of(event.chain);
      if (consumer === undefined) continue;
      const ends = event.kind === 'provider' ? providerEnds : consumerEnds;
      const open = ends.get(consumer) ?? new Map<string, string>();
      ends.set(consumer, open);
      if (row.state === 'STATE_OPEN') open.set(channel, row.counterparty.channel_id);
      else open.delete(channel);
      const pairs = openPairs(providerEnds.get(consumer), consumerEnds.get(consumer));
      if (pairs.length > 1)
        return violation(event, `consumer ${consumer} has several CCV channels open at both ends: ${pairs.join(', ')}`);
    }
    return undefined;
  }

  return { observe };
}

/** The consumer whose client a provider channel uses. */
function consumerBehind({ view }: HistoryEvent, { connection_hops: [hop] }: ChannelRow): ConsumerId | undefined {
  const client = hop === undefined ? undefined : view.row(connections, hop)?.client_id;
  return client === undefined ? undefined : view.row(clientToConsumer, client);
}

function openPairs(
  provider: ReadonlyMap<string, string> | undefined,
  consumer: ReadonlyMap<string, string> | undefined,
): string[] {
  const pairs: string[] = [];
  for (const [end, other] of provider ?? []) if (consumer?.get(other) === end) pairs.push(`${end} with ${other}`);
  return pairs;
}
