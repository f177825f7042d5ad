import * as fc from 'fast-check';
import type { CloseChannelAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { someStartedConsumer } from '../draw/index.ts';
import { channelKind, consumerName, side } from '../format/fields.ts';
import { channelCloseConfirm, channelCloseInit } from '../world/channel-steps.ts';
import { linkOf } from '../world/consumers.ts';

/** `MsgChannelCloseInit` and `MsgChannelCloseConfirm` (ICS-04). The applications reject nearly all of them. */
export const closeChannel: ActionKind<CloseChannelAction> = {
  kind: 'close-channel',
  title: 'CloseChannelAction',
  describes: 'The relayer closes a channel on one chain, or proves to that chain that the other end is closed.',
  sends: [
    '/ibc.core.channel.v1.MsgChannelCloseConfirm',
    '/ibc.core.channel.v1.MsgChannelCloseInit',
    '/ibc.core.client.v1.MsgUpdateClient',
  ],
  fields: { consumer: consumerName, channel: channelKind, on: side, step: { enum: ['init', 'confirm'] } },
  weight: (world) => (world.chains.size > 1 ? 2.5 : 0),
  draw: (world) =>
    fc.record({
      kind: fc.constant('close-channel' as const),
      consumer: someStartedConsumer(world),
      channel: fc.oneof(
        { weight: 4, arbitrary: fc.constant('ccv' as const) },
        { weight: 1, arbitrary: fc.constant('transfer' as const) },
      ),
      on: fc.constantFrom('provider' as const, 'consumer' as const),
      step: fc.constantFrom('init' as const, 'confirm' as const),
    }),
  *plan(world, { consumer, channel, on, step }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return;
    if (step === 'init') yield* channelCloseInit(link, channel, on);
    else yield* channelCloseConfirm(world, link, channel, on);
  },
};
