import * as fc from 'fast-check';
import type { ForgeAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someForgedPacket, someStartedConsumer } from '../draw/index.ts';
import { consumerName, shared } from '../format/fields.ts';
import { forgedData } from '../messages/forged-packet.ts';
import { RELAYER } from '../setup/setup.ts';
import { establishedConsumers } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import { forgedDeliveries } from '../world/forge.ts';
import { blockOrder } from '../world/order.ts';

/** A malicious consumer (violates SM §Assumptions, Safe Blockchain; ADR-002 limits the damage). */
export const forge: ActionKind<ForgeAction> = {
  kind: 'forge',
  title: 'ForgeAction',
  describes:
    'The validators of a consumer abandon its program and sign headers that prove forged packets. ' +
    'The relayer relays all of them to the provider in one transaction.',
  sends: ['/ibc.core.channel.v1.MsgRecvPacket', '/ibc.core.client.v1.MsgUpdateClient'],
  fields: {
    consumer: consumerName,
    packets: { type: 'array', minItems: 1, maxItems: 10, items: shared('ForgedPacket') },
  },
  weight: (world) => (establishedConsumers(world).length > 0 ? 0.2 : 0),
  draw: (world) =>
    someStartedConsumer(world).chain((consumer) =>
      fc.record({
        kind: fc.constant('forge' as const),
        consumer: fc.constant(consumer),
        packets: fc.array(someForgedPacket(world, consumer), { minLength: 1, maxLength: 3 }),
      }),
    ),
  *plan(world, { consumer, packets }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return;
    const { chain } = link.consumer;
    world.takeOver(consumer);
    const data = packets.map((packet) => forgedData(chain, packet));
    yield blockOrder('provider', { txs: [txOf(RELAYER, ...forgedDeliveries(world, link, data))] });
  },
};
