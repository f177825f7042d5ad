import { rowsOf } from '../../specs/rows.ts';
import type { ChannelState } from '../../specs/tables/ibc/channel.ts';
import type { ConnectionState } from '../../specs/tables/ibc/connection.ts';
import { clientStates } from '../../specs/tables/ibc/client.ts';
import { clientToConsumer } from '../../specs/tables/provider/consumers.ts';
import type { End } from './consumers.ts';
import { channelsOf, connectionsOf, type NamedChannel, type NamedConnection } from './ibc.ts';
import type { World } from './world.ts';

/** A connection that does not exist. */
export const NO_CONNECTION = 'connection-404';

/**
 * The connection for a handshake step, among those over the clients of an end: the newest in the expected state,
 * otherwise the newest of all, so that a step can come out of order.
 */
export function connectionToStep(end: End, due: ConnectionState): NamedConnection | undefined {
  const all = connectionsOf(end.chain.model.state).filter(({ row }) => end.clients.has(row.client_id));
  return all.find(({ row }) => row.state === due) ?? all[0];
}

/** The channel of a port for a handshake step, chosen like the connection in `connectionToStep`. */
export function channelToStep(end: End, port: string, due: ChannelState): NamedChannel | undefined {
  const { state } = end.chain.model;
  const own = new Set(
    connectionsOf(state)
      .filter(({ row }) => end.clients.has(row.client_id))
      .map(({ id }) => id),
  );
  const all = channelsOf(state, port).filter(({ row }) => row.connection_hops.some((hop) => own.has(hop)));
  return all.find(({ row }) => row.state === due) ?? all[0];
}

/** The connection to open a channel over: an open one over the CCV client, or over another client if asked for. */
export function connectionFor(end: End, otherClient: boolean): string {
  const all = connectionsOf(end.chain.model.state).filter(
    ({ row }) => end.clients.has(row.client_id) && (row.client_id !== end.client) === otherClient,
  );
  const chosen = all.find(({ row }) => row.state === 'STATE_OPEN') ?? all[0];
  return chosen?.id ?? NO_CONNECTION;
}

/** The newest connection of the provider to a chain of this id, over a client that belongs to no consumer. */
export function spareConnection(world: World, chainId: string): string | undefined {
  const taken = rowsOf(world.provider.model.state, clientToConsumer);
  return newestConnection(world, (client, id) => client === chainId && !taken.has(id));
}

/** The newest connection of the provider to a chain of this id, over a client that belongs to a consumer. */
export function takenConnection(world: World, chainId: string): string | undefined {
  const taken = rowsOf(world.provider.model.state, clientToConsumer);
  return newestConnection(world, (client, id) => client === chainId && taken.has(id));
}

/** The newest connection of the provider to a chain of another id. */
export function otherConnection(world: World, chainId: string): string | undefined {
  return newestConnection(world, (client) => client !== chainId);
}

/** The newest connection over a Tendermint client that `fits`, by chain id and client id. */
function newestConnection({ provider }: World, fits: (chainId: string, client: string) => boolean): string | undefined {
  const { state } = provider.model;
  const clients = rowsOf(state, clientStates);
  return connectionsOf(state).find(({ row: { client_id: id } }) => {
    const client = clients.get(clientStates.key(id));
    return client !== undefined && 'chain_id' in client && fits(client.chain_id, id);
  })?.id;
}
