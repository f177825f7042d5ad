import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import type { Message } from '../../specs/block.ts';
import { connections } from '../../specs/tables/ibc/connection.ts';
import { providerChannel } from '../../specs/tables/consumer.ts';
import { txOf } from '../actions/action.ts';
import { RELAYER } from '../setup/setup.ts';
import type { End, Link } from './consumers.ts';
import { channelToStep, connectionFor } from './handshakes.ts';
import { channelPath, channelsOf, type NamedChannel } from './ibc.ts';
import { blockOrder, type Order } from './order.ts';
import { relay, relayerOn, type Prover } from './relay.ts';
import type { World } from './world.ts';

/** The CCV channel, or the transfer channel that the consumer opens over the same connection. */
export type ChannelName = 'ccv' | 'transfer';
/** A deliberate mistake in a step of a handshake. */
export type Wrong = 'order' | 'version' | 'port' | 'client' | 'side';

interface Shape {
  readonly consumerPort: string;
  readonly providerPort: string;
  readonly ordering: string;
  readonly version: string;
}

const SHAPES: Readonly<Record<ChannelName, Shape>> = {
  ccv: { consumerPort: 'consumer', providerPort: 'provider', ordering: 'ORDER_ORDERED', version: '1' },
  transfer: { consumerPort: 'transfer', providerPort: 'transfer', ordering: 'ORDER_UNORDERED', version: 'ics20-1' },
};

const OTHER_ORDERING: Readonly<Record<string, string>> = {
  ORDER_ORDERED: 'ORDER_UNORDERED',
  ORDER_UNORDERED: 'ORDER_ORDERED',
};
const NO_CHANNEL = 'channel-404';

function shapeOf(channel: ChannelName, wrong: Wrong | undefined): Shape {
  const shape = SHAPES[channel];
  switch (wrong) {
    case 'order':
      return { ...shape, ordering: OTHER_ORDERING[shape.ordering] ?? '' };
    case 'version':
      return { ...shape, version: 'lockstep-0' };
    case 'port':
      return { ...shape, providerPort: channel === 'ccv' ? 'transfer' : 'provider' };
    case 'client':
    case 'side':
    case undefined:
      return shape;
    default:
      return wrong satisfies never;
  }
}

/** `MsgChannelOpenInit` on the consumer, or by mistake on the provider. */
export function* channelInit(link: Link, channel: ChannelName, wrong?: Wrong): Generator<Order, void, void> {
  const { consumerPort, providerPort, ordering, version } = shapeOf(channel, wrong);
  const end = wrong === 'side' ? link.provider : link.consumer;
  const [own, other] = wrong === 'side' ? [providerPort, consumerPort] : [consumerPort, providerPort];
  yield blockOrder(end.chain.name, {
    txs: [
      txOf(RELAYER, {
        '@type': '/ibc.core.channel.v1.MsgChannelOpenInit',
        port_id: own,
        channel: {
          state: 'STATE_INIT',
          ordering,
          counterparty: { port_id: other, channel_id: '' },
          connection_hops: [connectionFor(end, wrong === 'client')],
          version,
        },
        signer: relayerOn(end.chain),
      }),
    ],
  });
}

/** `MsgChannelOpenTry` on the provider. */
export function channelTry(
  world: World,
  link: Link,
  channel: ChannelName,
  wrong?: Wrong,
): Generator<Order, void, void> {
  const { consumerPort, providerPort, ordering, version } = shapeOf(channel, wrong);
  const due = channelToStep(link.consumer, consumerPort, 'STATE_INIT');
  const id = due?.id ?? NO_CHANNEL;
  const connection = connectionFor(link.provider, wrong === 'client');
  const { state } = link.provider.chain.model;
  const client = rowsOf(state, connections).get(connection)?.client_id ?? link.provider.client;
  return toProvider(world, link, client, channelPath(consumerPort, id), ({ prove, proofHeight }) => ({
    '@type': '/ibc.core.channel.v1.MsgChannelOpenTry',
    port_id: providerPort,
    channel: {
      state: 'STATE_TRYOPEN',
      ordering,
      counterparty: { port_id: consumerPort, channel_id: id },
      connection_hops: [connection],
      version,
    },
    counterparty_version: version,
    proof_init: prove(channelPath(consumerPort, id)),
    proof_height: proofHeight,
    signer: relayerOn(link.provider.chain),
  }));
}

/** `MsgChannelOpenAck` on the consumer, with the version that the provider answered. */
export function channelAck(
  world: World,
  link: Link,
  channel: ChannelName,
  wrong?: Wrong,
): Generator<Order, void, void> {
  const { consumerPort, providerPort, version } = shapeOf(channel, wrong);
  const theirs = channelToStep(link.provider, providerPort, 'STATE_TRYOPEN');
  const id = theirs?.id ?? NO_CHANNEL;
  const own = theirs?.row.counterparty.channel_id ?? channelToStep(link.consumer, consumerPort, 'STATE_INIT')?.id;
  return relay(world, {
    from: link.provider.chain.name,
    to: link.consumer.chain.name,
    client: link.consumer.client,
    paths: [channelPath(providerPort, id)],
    messages: ({ prove, proofHeight }) => [
      {
        '@type': '/ibc.core.channel.v1.MsgChannelOpenAck',
        port_id: consumerPort,
        channel_id: own ?? NO_CHANNEL,
        counterparty_channel_id: id,
        counterparty_version: wrong === 'version' ? version : (theirs?.row.version ?? version),
        proof_try: prove(channelPath(providerPort, id)),
        proof_height: proofHeight,
        signer: relayerOn(link.consumer.chain),
      },
    ],
  });
}

/** `MsgChannelOpenConfirm` on the provider. */
export function channelConfirm(world: World, link: Link, channel: ChannelName): Generator<Order, void, void> {
  const { consumerPort, providerPort } = SHAPES[channel];
  const own = channelToStep(link.provider, providerPort, 'STATE_TRYOPEN');
  const theirs = own?.row.counterparty.channel_id ?? NO_CHANNEL;
  return toProvider(world, link, link.provider.client, channelPath(consumerPort, theirs), ({ prove, proofHeight }) => ({
    '@type': '/ibc.core.channel.v1.MsgChannelOpenConfirm',
    port_id: providerPort,
    channel_id: own?.id ?? NO_CHANNEL,
    proof_ack: prove(channelPath(consumerPort, theirs)),
    proof_height: proofHeight,
    signer: relayerOn(link.provider.chain),
  }));
}

/** One end of a link. */
export type Side = 'provider' | 'consumer';

/**
 * `MsgChannelCloseInit` on one end, for the newest open channel of its kind. If a consumer has a second CCV channel, it
 * closes that one, which the protocol allows.
 */
export function* channelCloseInit(link: Link, channel: ChannelName, side: Side): Generator<Order, void, void> {
  const end = link[side];
  const port = portOf(channel, side);
  yield blockOrder(end.chain.name, {
    txs: [
      txOf(RELAYER, {
        '@type': '/ibc.core.channel.v1.MsgChannelCloseInit',
        port_id: port,
        channel_id: (spareChannel(end, port) ?? channelToStep(end, port, 'STATE_OPEN'))?.id ?? NO_CHANNEL,
        signer: relayerOn(end.chain),
      }),
    ],
  });
}

/** An open CCV channel of a consumer that is not its channel to the provider. */
function spareChannel({ chain }: End, port: string): NamedChannel | undefined {
  const { state } = chain.model;
  const used = rowsOf(state, providerChannel).get(SINGLETON);
  if (port !== 'consumer' || used === undefined) return undefined;
  return channelsOf(state, port).find(({ id, row }) => row.state === 'STATE_OPEN' && id !== used);
}

/** `MsgChannelCloseConfirm` on one end, for the newest channel whose counterparty is closed. */
export function channelCloseConfirm(
  world: World,
  link: Link,
  channel: ChannelName,
  side: Side,
): Generator<Order, void, void> {
  const otherSide = side === 'provider' ? 'consumer' : 'provider';
  const [end, other] = [link[side], link[otherSide]];
  const theirs = channelToStep(other, portOf(channel, otherSide), 'STATE_CLOSED');
  const path = channelPath(portOf(channel, otherSide), theirs?.id ?? NO_CHANNEL);
  return relay(world, {
    from: other.chain.name,
    to: end.chain.name,
    client: end.client,
    paths: [path],
    messages: ({ prove, proofHeight }) => [
      {
        '@type': '/ibc.core.channel.v1.MsgChannelCloseConfirm',
        port_id: portOf(channel, side),
        channel_id: theirs?.row.counterparty.channel_id ?? NO_CHANNEL,
        proof_init: prove(path),
        proof_height: proofHeight,
        signer: relayerOn(end.chain),
      },
    ],
  });
}

function portOf(channel: ChannelName, side: Side): string {
  const { consumerPort, providerPort } = SHAPES[channel];
  return side === 'provider' ? providerPort : consumerPort;
}

function toProvider(
  world: World,
  link: Link,
  client: string,
  path: string,
  message: (prover: Prover) => Message,
): Generator<Order, void, void> {
  return relay(world, {
    from: link.consumer.chain.name,
    to: link.provider.chain.name,
    client,
    paths: [path],
    messages: (prover) => [message(prover)],
  });
}
