import * as fc from 'fast-check';
import type { TimeoutAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from '../action.ts';
import { someStartedConsumer } from '../draw.ts';
import { channelKind, consumerName, side } from '../fields.ts';
import { lateVscs } from '../view.ts';
import { linkOf } from '../world/consumers.ts';
import { nextRecvPath, nextRecvSequence, receiptPath, undelivered } from '../world/packets.ts';
import { relay, relayerOn } from '../world/relay.ts';

/** `ibc.core.channel.v1.MsgTimeout` (ICS-04) for the next packet that was not delivered. */
export const timeout: ActionKind<TimeoutAction> = {
  kind: 'timeout',
  title: 'TimeoutAction',
  describes: 'The relayer reports to the sender that the next packet of a channel was not received in time.',
  fields: { consumer: consumerName, to: { ...side, description: 'Who sent the packet.' }, channel: channelKind },
  weight: (world) => (world.chains.size < 2 ? 0 : lateVscs(world).length > 0 ? 4 : 1),
  draw: (world) =>
    fc.record({
      kind: fc.constant('timeout' as const),
      consumer: lateVscs(world).length > 0 ? fc.constantFrom(...lateVscs(world)) : someStartedConsumer(world),
      to: fc.oneof(
        { weight: 4, arbitrary: fc.constant('provider' as const) },
        { weight: 1, arbitrary: fc.constant('consumer' as const) },
      ),
      channel: fc.constant('ccv' as const),
    }),
  *plan(world, { consumer, to: sender, channel }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return;
    const to = sender === 'provider' ? link.provider : link.consumer;
    const from = sender === 'provider' ? link.consumer : link.provider;
    const packet = undelivered(to.chain, from.chain, channel)[0];
    if (packet === undefined) return;
    // An ordered channel proves with the next sequence to receive, an unordered one with a missing receipt.
    const path = channel === 'ccv' ? nextRecvPath(packet) : receiptPath(packet);
    yield* relay(world, {
      from: from.chain.name,
      to: to.chain.name,
      client: to.client,
      paths: [path],
      messages: ({ prove, proofHeight }) => [
        {
          '@type': '/ibc.core.channel.v1.MsgTimeout',
          packet,
          proof_unreceived: prove(path),
          proof_height: proofHeight,
          next_sequence_recv: nextRecvSequence(from.chain, packet),
          signer: relayerOn(to.chain),
        },
      ],
    });
  },
};
