import type { ChainName } from '../../specs/block.ts';
import { rowsOf, type Rows } from '../../specs/rows.ts';
import { consumerChainIds } from '../../specs/tables/provider/consumers.ts';

/** What the consumers in the state of a provider are called, by their ids: as their chain is, or else their chain id. */
export function consumerNames(
  provider: Rows | undefined,
  chains: Iterable<{ readonly name: ChainName; readonly genesis: { readonly chainId: string } }>,
): ReadonlyMap<string, string> {
  if (provider === undefined) return new Map();
  const names = new Map([...chains].map(({ name, genesis }) => [genesis.chainId, name]));
  return new Map([...rowsOf(provider, consumerChainIds)].map(([id, chainId]) => [id, names.get(chainId) ?? chainId]));
}
