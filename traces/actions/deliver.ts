import * as fc from 'fast-check';
import type { DeliverAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { present, rarely, someDue } from '../draw/index.ts';
import { channelKind, consumerName, side } from '../format/fields.ts';
import { duePackets } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import { commitmentPath, delivered, undelivered } from '../world/packets.ts';
import { relay, relayerOn } from '../world/relay.ts';

/** `ibc.core.channel.v1.MsgRecvPacket` (ICS-04): relays the next packets of a channel in one transaction. */
export const deliver: ActionKind<DeliverAction> = {
  kind: 'deliver',
  title: 'DeliverAction',
  describes: 'The relayer relays the next packets of a channel to one chain, in one block.',
  sends: ['/ibc.core.channel.v1.MsgRecvPacket', '/ibc.core.client.v1.MsgUpdateClient'],
  fields: {
    consumer: consumerName,
    to: { ...side, description: 'Who receives.' },
    channel: channelKind,
    count: { type: 'integer', minimum: 1, maximum: 100, description: 'Relay at most N packets.' },
    again: { type: 'integer', minimum: 1, maximum: 100, description: 'Relay the last N packets again.' },
    skip: { type: 'integer', minimum: 0, maximum: 100, description: 'Skip the first N packets that are due.' },
  },
  optional: ['skip', 'again'],
  weight: (world) => (duePackets(world).length > 0 ? 20 : world.chains.size > 1 ? 1 : 0),
  draw: (world) =>
    someDue(world, duePackets(world)).chain((due) =>
      fc
        .record({
          kind: fc.constant('deliver' as const),
          consumer: fc.constant(due.consumer),
          to: fc.constant(due.to),
          channel: fc.constant(due.channel),
          count: fc.integer({ min: 1, max: 5 }),
          skip: rarely(6, fc.constant(1)),
          again: rarely(8, fc.integer({ min: 1, max: 2 })),
        })
        .map(present),
    ),
  *plan(world, { consumer, to: receiver, channel, count, skip = 0, again = 0 }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return `${consumer} has not started`;
    const from = receiver === 'provider' ? link.consumer : link.provider;
    const to = receiver === 'provider' ? link.provider : link.consumer;
    const due = [
      ...(again > 0 ? delivered(from.chain, to.chain, channel).slice(-again) : []),
      ...undelivered(from.chain, to.chain, channel).slice(skip, skip + count),
    ];
    if (due.length === 0) return 'nothing is due';
    yield* relay(world, {
      from: from.chain.name,
      to: to.chain.name,
      client: to.client,
      paths: due.map(commitmentPath),
      messages: ({ prove, proofHeight }) =>
        due.map((packet) => ({
          '@type': '/ibc.core.channel.v1.MsgRecvPacket',
          packet,
          proof_commitment: prove(commitmentPath(packet)),
          proof_height: proofHeight,
          signer: relayerOn(to.chain),
        })),
    });
    return undefined;
  },
};
