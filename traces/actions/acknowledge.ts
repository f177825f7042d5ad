import * as fc from 'fast-check';
import type { AcknowledgeAction } from '../../specs/generated/trace.ts';
import type { ActionKind } from './action.ts';
import { present, rarely, someDue } from '../draw/index.ts';
import { channelKind, consumerName, side } from '../format/fields.ts';
import { dueAcks } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import { ackPath, acknowledged, unacknowledged } from '../world/packets.ts';
import { relay, relayerOn } from '../world/relay.ts';

/** `ibc.core.channel.v1.MsgAcknowledgement` (ICS-04): relays the next acknowledgements of a channel in one transaction. */
export const acknowledge: ActionKind<AcknowledgeAction> = {
  kind: 'acknowledge',
  title: 'AcknowledgeAction',
  describes: 'The relayer relays the next acknowledgements of a channel to the sender of the packets.',
  sends: ['/ibc.core.channel.v1.MsgAcknowledgement', '/ibc.core.client.v1.MsgUpdateClient'],
  fields: {
    consumer: consumerName,
    to: { ...side, description: 'The chain that sent the packets.' },
    channel: channelKind,
    again: { type: 'integer', minimum: 1, maximum: 100, description: 'Relay the last N acknowledgements again.' },
    count: { type: 'integer', minimum: 1, maximum: 100, description: 'Relay at most N acknowledgements.' },
  },
  optional: ['again'],
  weight: (world) => (dueAcks(world).length > 0 ? 10 : world.chains.size > 1 ? 1 : 0),
  draw: (world) =>
    someDue(world, dueAcks(world)).chain((due) =>
      fc
        .record({
          kind: fc.constant('acknowledge' as const),
          consumer: fc.constant(due.consumer),
          to: fc.constant(due.to),
          channel: fc.constant(due.channel),
          count: fc.integer({ min: 1, max: 5 }),
          again: rarely(8, fc.integer({ min: 1, max: 2 })),
        })
        .map(present),
    ),
  *plan(world, { consumer, to: sender, channel, count, again = 0 }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return `${consumer} has not started`;
    const to = sender === 'provider' ? link.provider : link.consumer;
    const from = sender === 'provider' ? link.consumer : link.provider;
    const due = [
      ...(again > 0 ? acknowledged(from.chain, to.chain, channel).slice(-again) : []),
      ...unacknowledged(from.chain, to.chain, channel).slice(0, count),
    ];
    if (due.length === 0) return 'nothing is due';
    yield* relay(world, {
      from: from.chain.name,
      to: to.chain.name,
      client: to.client,
      paths: due.map(({ packet }) => ackPath(packet)),
      messages: ({ prove, proofHeight }) =>
        due.map(({ packet, acknowledgement }) => ({
          '@type': '/ibc.core.channel.v1.MsgAcknowledgement',
          packet,
          acknowledgement,
          proof_acked: prove(ackPath(packet)),
          proof_height: proofHeight,
          signer: relayerOn(to.chain),
        })),
    });
    return undefined;
  },
};
