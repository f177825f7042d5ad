import type { ChannelId, PortId } from '../../key.ts';
import { pathTable, table, textPrefix } from '../../table.ts';
import type { HeightRow } from './height.ts';

const store = 'ibc';

/** The state of a channel end (ICS-04). */
export type ChannelState = 'STATE_INIT' | 'STATE_TRYOPEN' | 'STATE_OPEN' | 'STATE_CLOSED';

/** Whether packets are received in the order in which they were sent (ICS-04). */
export type ChannelOrdering = 'ORDER_NONE_UNSPECIFIED' | 'ORDER_UNORDERED' | 'ORDER_ORDERED';

/** `ibc.core.channel.v1.Channel` (ICS-04). */
export type ChannelRow = {
  readonly state: ChannelState;
  readonly ordering: ChannelOrdering;
  readonly counterparty: { readonly port_id: string; readonly channel_id: string };
  readonly connection_hops: readonly string[];
  readonly version: string;
  /** Only with the feature `ibc-channel-upgrades`. */
  readonly upgrade_sequence?: bigint | undefined;
};

/** By `{port}/channels/{channel}`. */
export const channelEnds = pathTable<ChannelRow, [port: PortId, channel: ChannelId], '{port}/channels/{channel}'>({
  name: `${store}/channel-ends`,
  store,
  prefix: textPrefix('channelEnds/ports/'),
  path: '{port}/channels/{channel}',
  value: { as: 'proto', type: 'ibc.core.channel.v1.Channel' },
});

/** The number of the next channel. */
export const nextChannelSequence = table<bigint, []>({
  name: `${store}/next-channel-sequence`,
  store,
  prefix: textPrefix('nextChannelSequence'),
  key: [],
  value: { as: 'u64' },
});

/** Only with the feature `ibc-channel-upgrades`. */
export const channelParams = table<
  {
    readonly upgrade_timeout: { readonly height: HeightRow; readonly timestamp: bigint };
  },
  []
>({
  name: `${store}/channel-params`,
  store,
  prefix: textPrefix('channelParams'),
  key: [],
  value: { as: 'proto', type: 'ibc.core.channel.v1.Params' },
});
