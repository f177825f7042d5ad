import type { ChainName } from '../../specs/block.ts';
import { clientStates } from '../../specs/tables/ibc/client.ts';
import { consumerClients } from '../../specs/tables/provider/consumers.ts';
import { providerClient } from '../../specs/tables/consumer.ts';
import { connectionsOf, newestClient, rowsOf } from './ibc.ts';
import type { Chain, World } from './world.ts';

/** One end of the link between the provider and a consumer. */
export interface End {
  readonly chain: Chain;
  /** The client of the other chain that the CCV module uses, or has used. */
  readonly client: string;
  /** The client that was created last, whosever it is. */
  readonly newestClient: string;
  /** All clients of the other chain. */
  readonly clients: ReadonlySet<string>;
}

/** The link between the provider and a consumer that runs. */
export interface Link {
  readonly provider: End;
  readonly consumer: End;
}

/** The link to a consumer; `undefined` while its chain has not started. */
export function linkOf(world: World, consumer: ChainName): Link | undefined {
  const chain = world.chains.get(consumer);
  if (chain === undefined || chain.genesis.kind !== 'consumer') return undefined;
  const ownClient = rowsOf(chain.model.state, providerClient).get('');
  if (ownClient === undefined) return undefined;
  const known = rowsOf(world.provider.model.state, consumerClients).get(world.consumerId(consumer));
  const client = known ?? otherClientOf(chain, ownClient);
  if (client === undefined) return undefined;
  return {
    provider: endOf(world.provider, client, chain.genesis.chainId),
    consumer: endOf(chain, ownClient, world.provider.genesis.chainId),
  };
}

/** The provider's client of a consumer that it has deleted: relayers still know it from the connection. */
function otherClientOf({ model }: Chain, ownClient: string): string | undefined {
  const found = connectionsOf(model.state).findLast(({ row }) => row.client_id === ownClient);
  const client = found?.row.counterparty.client_id ?? '';
  return client === '' ? undefined : client;
}

function endOf(chain: Chain, client: string, otherChainId: string): End {
  const clients = new Set<string>();
  for (const [key, row] of rowsOf(chain.model.state, clientStates)) {
    if ('chain_id' in row && row.chain_id === otherChainId) clients.add(key.slice(0, key.indexOf('/')));
  }
  return { chain, client, newestClient: newestClient(chain.model.state) ?? client, clients };
}
