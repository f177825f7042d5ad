import * as fc from 'fast-check';
import type { OpenChannelAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { present, rarely, someStartedConsumer } from '../draw/index.ts';
import { channelKind, consumerName, handshakeStep } from '../format/fields.ts';
import { unconnectedConsumers } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import { channelAck, channelConfirm, channelInit, channelTry } from '../world/channel-steps.ts';

/** One step of the handshake of the CCV or transfer channel (ICS-04), correct or with one mistake. */
export const openChannel: ActionKind<OpenChannelAction> = {
  kind: 'open-channel',
  title: 'OpenChannelAction',
  describes: 'The relayer does one step of the channel handshake between a consumer and the provider.',
  sends: [
    '/ibc.core.channel.v1.MsgChannelOpenAck',
    '/ibc.core.channel.v1.MsgChannelOpenConfirm',
    '/ibc.core.channel.v1.MsgChannelOpenInit',
    '/ibc.core.channel.v1.MsgChannelOpenTry',
    '/ibc.core.client.v1.MsgUpdateClient',
  ],
  fields: {
    consumer: consumerName,
    channel: channelKind,
    step: handshakeStep,
    wrong: {
      enum: ['order', 'version', 'port', 'client', 'side'],
      description:
        'The mistake: the other ordering, another version, the port of another application, a connection over another client, or the wrong chain begins.',
    },
  },
  optional: ['wrong'],
  weight: (world) => (unconnectedConsumers(world).length > 0 ? 8 : world.chains.size > 1 ? 1.5 : 0),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('open-channel' as const),
        consumer: someStartedConsumer(world),
        channel: fc.oneof(
          { weight: 4, arbitrary: fc.constant('ccv' as const) },
          { weight: 1, arbitrary: fc.constant('transfer' as const) },
        ),
        step: fc.constantFrom('init' as const, 'try' as const, 'ack' as const, 'confirm' as const),
        wrong: rarely(
          12,
          fc.constantFrom('order' as const, 'version' as const, 'port' as const, 'client' as const, 'side' as const),
        ),
      })
      .map(present),
  *plan(world, { consumer, channel, step, wrong }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return;
    switch (step) {
      case 'init':
        yield* channelInit(link, channel, wrong);
        return;
      case 'try':
        yield* channelTry(world, link, channel, wrong);
        return;
      case 'ack':
        yield* channelAck(world, link, channel, wrong);
        return;
      case 'confirm':
        yield* channelConfirm(world, link, channel);
        return;
    }
  },
};
