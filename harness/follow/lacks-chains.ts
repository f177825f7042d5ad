import { rowsOf } from '../../specs/rows.ts';
import { consumerChainIds, consumerClients } from '../../specs/tables/provider/consumers.ts';
import type { ChainState } from '../../traces/world/chain-state.ts';

/** Whether these are only some of the chains of their history: the provider, or a consumer that it has a client of, is missing. */
export function lacksChains(states: Iterable<ChainState>): boolean {
  const chains = [...states];
  const provider = chains.find(({ genesis }) => genesis.kind === 'provider');
  if (provider === undefined) return true;
  const { state } = provider.model;
  const chainIds = rowsOf(state, consumerChainIds);
  return [...rowsOf(state, consumerClients).keys()].some(
    (id) => !chains.some(({ genesis }) => genesis.chainId === chainIds.get(id)),
  );
}
