import * as fc from 'fast-check';
import type { TimeoutAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { present, rarely, someStartedConsumer } from '../draw/index.ts';
import { channelKind, consumerName, side } from '../format/fields.ts';
import { latePackets } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import { channelPath } from '../world/ibc.ts';
import { nextRecvPath, nextRecvSequence, receiptPath, undelivered } from '../world/packets.ts';
import { relay, relayerOn } from '../world/relay.ts';

/** `ibc.core.channel.v1.MsgTimeout` or `MsgTimeoutOnClose` (ICS-04) for a packet that was not received. */
export const timeout: ActionKind<TimeoutAction> = {
  kind: 'timeout',
  title: 'TimeoutAction',
  describes: 'The relayer relays the timeout of a packet to its sender (MsgTimeout or MsgTimeoutOnClose).',
  sends: [
    '/ibc.core.channel.v1.MsgTimeout',
    '/ibc.core.channel.v1.MsgTimeoutOnClose',
    '/ibc.core.client.v1.MsgUpdateClient',
  ],
  fields: {
    consumer: consumerName,
    to: { ...side, description: 'The chain that sent the packet.' },
    channel: channelKind,
    skip: { type: 'integer', minimum: 0, maximum: 100, description: 'Skip the first N outstanding packets.' },
    onClose: {
      type: 'boolean',
      description: 'Whether to prove that the other end of the channel is closed, instead of that the time has passed.',
    },
  },
  optional: ['skip', 'onClose'],
  weight: (world) => (world.chains.size < 2 ? 0 : latePackets(world).length > 0 ? 4 : 1),
  draw: (world) => {
    const late = latePackets(world);
    const any = fc
      .record({
        kind: fc.constant('timeout' as const),
        consumer: someStartedConsumer(world),
        to: fc.constantFrom('provider' as const, 'consumer' as const),
        channel: fc.constantFrom('ccv' as const, 'transfer' as const),
        skip: rarely(10, fc.constant(1)),
        onClose: rarely(20, fc.constant(true)),
      })
      .map(present);
    if (late.length === 0) return any;
    const due = fc
      .tuple(fc.constantFrom(...late), rarely(20, fc.constant(true)))
      .map(([{ skip, ...packet }, onClose]): TimeoutAction => {
        return present({ kind: 'timeout' as const, ...packet, skip: skip > 0 ? skip : undefined, onClose });
      });
    return fc.oneof({ weight: 8, arbitrary: due }, { weight: 1, arbitrary: any });
  },
  *plan(world, { consumer, to: sender, channel, skip = 0, onClose = false }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return undefined;
    const to = sender === 'provider' ? link.provider : link.consumer;
    const from = sender === 'provider' ? link.consumer : link.provider;
    const packet = undelivered(to.chain, from.chain, channel)[skip];
    if (packet === undefined) return 'no packet is due';
    // An ordered channel proves the next sequence to receive, an unordered one the missing receipt.
    const path = channel === 'ccv' ? nextRecvPath(packet) : receiptPath(packet);
    const end = channelPath(packet.destination_port, packet.destination_channel);
    yield* relay(world, {
      from: from.chain.name,
      to: to.chain.name,
      client: to.client,
      paths: onClose ? [path, end] : [path],
      messages: ({ prove, proofHeight }) => [
        {
          '@type': `/ibc.core.channel.v1.MsgTimeout${onClose ? 'OnClose' : ''}`,
          packet,
          ...(onClose && { proof_close: prove(end) }),
          proof_unreceived: prove(path),
          proof_height: proofHeight,
          next_sequence_recv: nextRecvSequence(from.chain, packet),
          signer: relayerOn(to.chain),
        },
      ],
    });
    return undefined;
  },
};
