import { SINGLETON } from '../key.ts';
import type { RowChange } from '../block.ts';
import { heightToValsetUpdateId, crossChainValidators, providerChannel } from '../tables/consumer.ts';
import { channelEnds, type ChannelRow } from '../tables/ibc/channel.ts';
import type { Hex, Value } from '../value.ts';
import { put } from './story.ts';

/** The genesis of a consumer with this id. */
export function consumerId(id: string): Readonly<Record<string, Value>> {
  return { ccv: { params: { consumer_id: id } } };
}

/** A cross-chain validator with this key, which is also its address. */
export function validator(pubKey: Hex, power: number): RowChange {
  return put(crossChainValidators, pubKey, {
    address: pubKey,
    power: BigInt(power),
    pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: pubKey },
    opted_out: false,
  });
}

/** An HtoVSC entry. */
export function mapped(height: number, id: number): RowChange {
  return put(heightToValsetUpdateId, heightToValsetUpdateId.key(BigInt(height)), BigInt(id));
}

/** The consumer's end of the open and established CCV channel. */
export function establishedChannel(channel = 'channel-0', other = 'channel-0'): readonly RowChange[] {
  return [put(providerChannel, SINGLETON, channel), channelEnd('consumer', channel, 'provider', other, 'STATE_OPEN')];
}

/** A channel end. */
export function channelEnd(
  port: string,
  channel: string,
  otherPort: string,
  other: string,
  state: ChannelRow['state'],
): RowChange {
  return put(channelEnds, channelEnds.key(port, channel), {
    state,
    ordering: 'ORDER_ORDERED',
    counterparty: { port_id: otherPort, channel_id: other },
    connection_hops: ['connection-0'],
    version: '1',
  });
}
