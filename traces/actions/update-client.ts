import * as fc from 'fast-check';
import type { UpdateClientAction } from '../../specs/generated/trace.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { present, rarely, someStartedConsumer } from '../draw/index.ts';
import { consumerName, side } from '../format/fields.ts';
import { RELAYER } from '../setup/setup.ts';
import { linkOf } from '../world/consumers.ts';
import { updateClient } from '../world/relay.ts';

const BREAKABLE = ['signature', 'app-hash', 'validators', 'trusted-validators'] as const;

/** `ibc.core.client.v1.MsgUpdateClient` (ICS-02), with the newest, an older or a broken header. */
export const updateClientAction: ActionKind<UpdateClientAction> = {
  kind: 'update-client',
  title: 'UpdateClientAction',
  describes: 'The relayer updates the client of a chain on its counterparty, in the next block there.',
  sends: ['/ibc.core.client.v1.MsgUpdateClient'],
  fields: {
    consumer: consumerName,
    on: { ...side, description: 'The chain that holds the client.' },
    back: {
      type: 'integer',
      minimum: 0,
      maximum: 1000,
      description: 'The height of the header, in blocks before the newest one.',
    },
    tampered: { enum: [...BREAKABLE], description: 'What is broken in the header.' },
  },
  optional: ['tampered'],
  weight: (world) => (world.chains.size > 1 ? 4 : 0),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('update-client' as const),
        consumer: someStartedConsumer(world),
        on: fc.constantFrom('provider' as const, 'consumer' as const),
        back: fc.oneof(
          { weight: 3, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 8 }) },
        ),
        tampered: rarely(10, fc.constantFrom(...BREAKABLE)),
      })
      .map(present),
  plan(world, { consumer, on, back, tampered }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return [];
    const from = on === 'provider' ? link.consumer : link.provider;
    const to = on === 'provider' ? link.provider : link.consumer;
    const height = from.chain.height - BigInt(back);
    if (height < 1n) return [];
    const messages = updateClient(from.chain, to.chain, to.client, height, tampered ?? '');
    return messages.length === 0 ? [] : queued(world, to.chain.name, txOf(RELAYER, ...messages));
  },
};
