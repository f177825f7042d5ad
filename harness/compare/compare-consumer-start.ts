import { rowsOf } from '../../specs/rows.ts';
import type { ConsumerGenesis } from '../../specs/genesis.ts';
import { consumerChainIds, consumerGenesis } from '../../specs/tables/provider/consumers.ts';
import type { ChainState } from '../../traces/world/chain-state.ts';
import { compareGenesis } from './compare-genesis.ts';
import { messageIn } from '../observe/fields.ts';
import type { Difference } from './difference.ts';

/**
 * How the genesis that a consumer starts from differs from the one that the provider made for it, when there is a
 * provider that did. Reward denominations are the consumer's own.
 */
export function compareConsumerStart(genesis: ConsumerGenesis, provider: ChainState | undefined): Difference[] {
  if (provider === undefined) return [];
  const { state } = provider.model;
  const ids = [...rowsOf(state, consumerChainIds)].filter(([, chainId]) => chainId === genesis.chainId);
  const newest = ids.map(([id]) => BigInt(id)).reduce((a, b) => (a > b ? a : b), -1n);
  const ccv = rowsOf(state, consumerGenesis).get(newest.toString());
  if (ccv === undefined) return [];
  const given = messageIn(genesis.ccv, 'ccv');
  const { reward_denoms, provider_reward_denoms } = messageIn(ccv.params, 'ccv.params');
  const params = { ...messageIn(given['params'], 'ccv.params'), reward_denoms, provider_reward_denoms };
  return compareGenesis({ ...genesis, ccv }, { ...given, params });
}
