import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import type { ChainName } from '../../specs/block.ts';
import { clientStates } from '../../specs/tables/ibc/client.ts';
import { clientToConsumer, consumerClients } from '../../specs/tables/provider/consumers.ts';
import { providerClient } from '../../specs/tables/consumer.ts';
import { connectionsOf, newestClient, newestFirst } from './ibc.ts';
import type { Chain, World } from './world.ts';

/** One end of the link between the provider and a consumer. */
export interface End {
  readonly chain: Chain;
  /** The client of the counterparty that the CCV module uses, or has used. */
  readonly client: string;
  /** The newest client of the counterparty, whoever created it. */
  readonly newestClient: string;
  /** All clients of the counterparty. */
  readonly clients: ReadonlySet<string>;
}

/** The link between the provider and a running consumer. */
export interface Link {
  readonly provider: End;
  readonly consumer: End;
}

/** The link to a consumer or standalone chain; `undefined` before its chain has started. */
export function linkOf(world: World, consumer: ChainName): Link | undefined {
  const chain = world.chains.get(consumer);
  if (chain === undefined || chain.genesis.kind === 'provider') return undefined;
  const theirs = chain.genesis.chainId;
  const ours = world.provider.genesis.chainId;
  // A standalone chain has no CCV module yet, so use its newest clients.
  if (chain.genesis.kind === 'sovereign') {
    const [spare, own] = [spareClient(world, theirs), clientsOf(chain, ours)[0]];
    return {
      provider: endOf(world.provider, spare ?? NO_CLIENT, theirs),
      consumer: endOf(chain, own ?? NO_CLIENT, ours),
    };
  }
  const ownClient = rowsOf(chain.model.state, providerClient).get(SINGLETON);
  if (ownClient === undefined) return undefined;
  const known = rowsOf(world.provider.model.state, consumerClients).get(world.consumerId(consumer));
  const client = known ?? otherClientOf(chain, ownClient);
  if (client === undefined) return undefined;
  return {
    provider: endOf(world.provider, client, theirs),
    consumer: endOf(chain, ownClient, ours),
  };
}

/** The provider's client of a deleted consumer, which relayers find by the connection. */
function otherClientOf({ model }: Chain, ownClient: string): string | undefined {
  const found = connectionsOf(model.state).findLast(({ row }) => row.client_id === ownClient);
  const client = found?.row.counterparty.client_id ?? '';
  return client === '' ? undefined : client;
}

/** A client that does not exist. */
const NO_CLIENT = '07-tendermint-404404';

/** The newest client of a chain on the provider that belongs to no consumer. */
function spareClient({ provider }: World, chainId: string): string | undefined {
  const taken = rowsOf(provider.model.state, clientToConsumer);
  return clientsOf(provider, chainId).find((id) => !taken.has(id));
}

/** The clients of another chain, newest first. */
function clientsOf(chain: Chain, otherChainId: string): readonly string[] {
  const found: string[] = [];
  for (const [key, row] of rowsOf(chain.model.state, clientStates)) {
    if ('chain_id' in row && row.chain_id === otherChainId) found.push(key.slice(0, key.indexOf('/')));
  }
  return newestFirst(found);
}

function endOf(chain: Chain, client: string, otherChainId: string): End {
  const clients = new Set(clientsOf(chain, otherChainId));
  return { chain, client, newestClient: newestClient(chain.model.state) ?? client, clients };
}
