import * as fc from 'fast-check';
import type { ConnectAction } from '../../specs/generated/trace.ts';
import type { Message } from '../../specs/block.ts';
import { txOf, type ActionKind } from './action.ts';
import { present, rarely, someStartedConsumer } from '../draw/index.ts';
import { consumerName, handshakeStep } from '../format/fields.ts';
import { RELAYER } from '../setup/setup.ts';
import { unconnectedConsumers } from '../view/index.ts';
import { linkOf, type Link } from '../world/consumers.ts';
import { connectionToStep, NO_CONNECTION } from '../world/handshakes.ts';
import { connectionPath } from '../world/ibc.ts';
import type { Order } from '../world/order.ts';
import { blockOrder } from '../world/order.ts';
import { relay, relayerOn, type Prover } from '../world/relay.ts';
import type { World } from '../world/world.ts';

const PREFIX = { key_prefix: Buffer.from('ibc').toString('hex') };
const VERSION = { identifier: '1', features: ['ORDER_ORDERED', 'ORDER_UNORDERED'] };

/** One step of the connection handshake (ICS-03). The consumer begins it (ICS-028). */
export const connect: ActionKind<ConnectAction> = {
  kind: 'connect',
  title: 'ConnectAction',
  describes: 'The relayer does one step of the connection handshake between the provider and a consumer.',
  sends: [
    '/ibc.core.client.v1.MsgUpdateClient',
    '/ibc.core.connection.v1.MsgConnectionOpenAck',
    '/ibc.core.connection.v1.MsgConnectionOpenConfirm',
    '/ibc.core.connection.v1.MsgConnectionOpenInit',
    '/ibc.core.connection.v1.MsgConnectionOpenTry',
  ],
  fields: {
    consumer: consumerName,
    step: handshakeStep,
    client: {
      enum: ['newest', 'provider-newest'],
      description: 'Use the newest client of the consumer or of the provider instead of the client of the CCV module.',
    },
  },
  optional: ['client'],
  weight: (world) => (unconnectedConsumers(world).length > 0 ? 6 : world.chains.size > 1 ? 0.5 : 0),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('connect' as const),
        consumer: someStartedConsumer(world),
        step: fc.constantFrom('init' as const, 'try' as const, 'ack' as const, 'confirm' as const),
        client: rarely(6, fc.constantFrom('newest' as const, 'provider-newest' as const)),
      })
      .map(present),
  *plan(world, { consumer, step, client }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return;
    switch (step) {
      case 'init':
        yield* init(link, client);
        return;
      case 'try':
        const own = client === 'provider-newest' ? link.provider.newestClient : link.provider.client;
        yield* toProvider(world, link, own, ({ prove, proofHeight, connection }) => ({
          '@type': '/ibc.core.connection.v1.MsgConnectionOpenTry',
          client_id: own,
          counterparty: { client_id: connection.client, connection_id: connection.id, prefix: PREFIX },
          delay_period: 0n,
          counterparty_versions: [VERSION],
          proof_init: prove(connectionPath(connection.id)),
          proof_height: proofHeight,
          signer: relayerOn(link.provider.chain),
        }));
        return;
      case 'ack': {
        const own = connectionToStep(link.consumer, 'STATE_INIT');
        const other = connectionToStep(link.provider, 'STATE_TRYOPEN');
        const theirs = other?.id ?? NO_CONNECTION;
        yield* relay(world, {
          from: link.provider.chain.name,
          to: link.consumer.chain.name,
          client: link.consumer.client,
          paths: [connectionPath(theirs)],
          messages: ({ prove, proofHeight }) => [
            {
              '@type': '/ibc.core.connection.v1.MsgConnectionOpenAck',
              connection_id: other?.row.counterparty.connection_id || (own?.id ?? NO_CONNECTION),
              counterparty_connection_id: theirs,
              version: VERSION,
              proof_try: prove(connectionPath(theirs)),
              proof_height: proofHeight,
              signer: relayerOn(link.consumer.chain),
            },
          ],
        });
        return;
      }
      case 'confirm': {
        const own = connectionToStep(link.provider, 'STATE_TRYOPEN');
        yield* toProvider(
          world,
          link,
          own?.row.client_id ?? link.provider.client,
          ({ prove, proofHeight, connection }) => ({
            '@type': '/ibc.core.connection.v1.MsgConnectionOpenConfirm',
            connection_id: own?.id ?? NO_CONNECTION,
            proof_ack: prove(connectionPath(connection.id)),
            proof_height: proofHeight,
            signer: relayerOn(link.provider.chain),
          }),
          own?.row.counterparty.connection_id,
        );
        return;
      }
    }
  },
};

/** A step on the provider that proves a connection of the consumer: the named one, or the next one in the handshake. */
function toProvider(
  world: World,
  link: Link,
  client: string,
  message: (proof: Prover & { readonly connection: { readonly id: string; readonly client: string } }) => Message,
  named?: string,
): Generator<Order, void, void> {
  const due = connectionToStep(link.consumer, 'STATE_INIT');
  const connection = { id: named || (due?.id ?? NO_CONNECTION), client: due?.row.client_id ?? link.consumer.client };
  return relay(world, {
    from: link.consumer.chain.name,
    to: link.provider.chain.name,
    client,
    paths: [connectionPath(connection.id)],
    messages: (prover) => [message({ ...prover, connection })],
  });
}

function* init({ consumer, provider }: Link, client: ConnectAction['client']): Generator<Order, void, void> {
  yield blockOrder(consumer.chain.name, {
    txs: [
      txOf(RELAYER, {
        '@type': '/ibc.core.connection.v1.MsgConnectionOpenInit',
        client_id: client === 'newest' ? consumer.newestClient : consumer.client,
        counterparty: {
          client_id: client === 'provider-newest' ? provider.newestClient : provider.client,
          connection_id: '',
          prefix: PREFIX,
        },
        version: VERSION,
        delay_period: 0n,
        signer: relayerOn(consumer.chain),
      }),
    ],
  });
}
