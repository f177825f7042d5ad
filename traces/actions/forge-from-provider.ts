import * as fc from 'fast-check';
import type { ForgeFromProviderAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someStartedConsumer } from '../draw/index.ts';
import { consumerName } from '../format/fields.ts';
import { isLifted } from '../generate/lifted.ts';
import {
  FORGED_REPLIES,
  FORGED_UPDATES,
  forgedReply,
  forgedUpdate,
  HARMLESS_UPDATES,
} from '../messages/forged-by-provider.ts';
import { RELAYER } from '../setup/setup.ts';
import { establishedConsumers } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import { forgedByProvider } from '../world/forge.ts';
import { blockOrder } from '../world/order.ts';

/** A malicious provider (violates SM §Assumptions, Safe Blockchain). */
export const forgeFromProvider: ActionKind<ForgeFromProviderAction> = {
  kind: 'forge-from-provider',
  title: 'ForgeFromProviderAction',
  describes:
    'The validators of the provider abandon its program and sign headers that prove forged VSC packets, and forged ' +
    "acknowledgements of a consumer's oldest outstanding slash packets. The relayer relays all of them to the consumer in one transaction.",
  sends: [
    '/ibc.core.channel.v1.MsgRecvPacket',
    '/ibc.core.channel.v1.MsgAcknowledgement',
    '/ibc.core.client.v1.MsgUpdateClient',
  ],
  fields: {
    consumer: consumerName,
    updates: { type: 'array', maxItems: 5, items: { enum: [...FORGED_UPDATES] } },
    replies: { type: 'array', maxItems: 5, items: { enum: FORGED_REPLIES } },
  },
  // Little can follow: the provider makes no more blocks.
  weight: (world) => {
    if (establishedConsumers(world).length === 0) return 0;
    return isLifted(world, 'forged-validator-sets') ? 0.5 : 0.03;
  },
  draw: (world) =>
    someStartedConsumer(world).chain((consumer) =>
      fc.record({
        kind: fc.constant('forge-from-provider' as const),
        consumer: fc.constant(consumer),
        updates: fc.array(
          fc.constantFrom(...(isLifted(world, 'forged-validator-sets') ? FORGED_UPDATES : HARMLESS_UPDATES)),
          { maxLength: 3 },
        ),
        replies: fc.array(fc.constantFrom(...FORGED_REPLIES), { maxLength: 1 }),
      }),
    ),
  *plan(world, { consumer, updates, replies }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return;
    const { chain } = link.consumer;
    const messages = forgedByProvider(
      world,
      link,
      updates.map((update) => forgedUpdate(chain, update)),
      replies.map(forgedReply),
    );
    if (messages.length === 0) return;
    world.takeOver('provider');
    yield blockOrder(consumer, { txs: [txOf(RELAYER, ...messages)] });
  },
};
