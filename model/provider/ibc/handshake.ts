import {
  channelToConsumer,
  clientToConsumer,
  consumerClients,
  consumerToChannel,
  initChainHeights,
} from '../../../specs/tables/provider.ts';
import { bech32 } from '../../bech32.ts';
import { CCV_VERSION, CONSUMER_PORT, PROVIDER_PORT } from '../../ccv/channel.ts';
import { writeHandshakeMetadata } from '../../ccv/handshake-metadata.ts';
import type { ChannelOpening, Context } from '../../context.ts';
import { channelOf } from '../../ibc/channel/store.ts';
import { ensure as ensureIbc } from '../../ibc/errors.ts';
import { moduleAccount } from '../../sdk/auth/accounts.ts';
import { ensure, refuse } from '../errors.ts';
import { REWARDS_POOL } from '../rewards/pool.ts';
import { tendermintClient } from './tendermint-client.ts';

/** A CCV channel is begun by the consumer (ICS-028, ME [CCV-PCF-COINIT]). */
export function refuseWrongFlow(): never {
  return refuse('wrongFlow', 'the consumer must begin the handshake');
}

/**
 * Accepts the channel that a consumer begins (ME [CCV-PCF-COTRY]): it must be ordered, between the two CCV ports, over
 * the consumer's client, and the only one. Returns the channel version, which contains the reward address.
 */
export function openTry(context: Context, opening: ChannelOpening): string {
  ensureIbc(opening.ordering === 'ORDER_ORDERED', 'invalidOrdering', 'a CCV channel is ordered');
  ensureIbc(opening.portId === PROVIDER_PORT, 'invalidPort', `the port is ${opening.portId}`);
  ensureIbc(opening.counterpartyPortId === CONSUMER_PORT, 'invalidPort', `from port ${opening.counterpartyPortId}`);
  const version = opening.counterpartyVersion;
  ensure(version === CCV_VERSION, 'invalidVersion', `the version is ${version}`);
  verifyConsumer(context, opening.connectionHops);
  const pool = bech32(context.bech32Prefix, moduleAccount(context, REWARDS_POOL));
  return writeHandshakeMetadata({ providerFeePoolAddr: pool, version: CCV_VERSION });
}

/** Opens the channel of a consumer (ME [CCV-PCF-COCONFIRM]); one that came first by another handshake keeps its place. */
export function openConfirm(context: Context, channelId: string): void {
  const { draft, block } = context;
  const { connection_hops: hops } = channelOf(context, PROVIDER_PORT, channelId);
  const consumerId = draft.get(clientToConsumer, clientUnder(context, hops));
  ensure(consumerId !== undefined, 'noConsumerId', 'the channel is not over the client of a consumer');
  refuseSecondChannel(context, consumerId);
  draft.set(consumerToChannel, consumerId, channelId);
  draft.set(channelToConsumer, channelId, consumerId);
  draft.set(initChainHeights, consumerId, block.height);
}

function verifyConsumer(context: Context, hops: readonly string[]): void {
  const { draft } = context;
  const client = clientUnder(context, hops);
  const consumerId = draft.get(clientToConsumer, client);
  ensure(consumerId !== undefined, 'consumerNotFound', 'the channel is not over the client of a consumer');
  const own = draft.get(consumerClients, consumerId);
  ensure(own !== undefined, 'noConsumerClient', `consumer ${consumerId} has no client`);
  ensure(own === client, 'wrongClient', `the channel is over ${client} and not over ${own}`);
  refuseSecondChannel(context, consumerId);
}

/** The client that a channel is built on. */
function clientUnder(context: Context, hops: readonly string[]): string {
  const [hop] = hops;
  ensureIbc(hops.length === 1 && hop !== undefined, 'tooManyHops', 'a CCV channel is over one connection');
  return tendermintClient(context, hop).id;
}

function refuseSecondChannel({ draft }: Context, consumerId: string): void {
  const channel = draft.get(consumerToChannel, consumerId);
  ensure(channel === undefined, 'duplicateChannel', `consumer ${consumerId} has the channel ${channel}`);
}
