import type { ValidatorUpdate } from '../../../specs/block.ts';
import type { ConsumerParamsRow } from '../../../specs/tables/consumer.ts';
import {
  clientToConsumer,
  consumerChainIds,
  consumerGenesis,
  evidenceMinHeights,
  type ConsumerGenesisRow,
  type InitializationParametersRow,
} from '../../../specs/tables/provider.ts';
import { historicalInfo } from '../../../specs/tables/staking/chain.ts';
import type { Context } from '../../context.ts';
import { connectionOf } from '../../ibc/connection/store.ts';
import { refuse as refuseIbc } from '../../ibc/errors.ts';
import { selfHeight } from '../../ibc/height.ts';
import { ensure } from '../errors.ts';
import { tendermintClient } from '../ibc/tendermint-client.ts';
import { paramsOf, trustingPeriod } from '../params.ts';
import { stakingParamsOf } from '../../sdk/staking/params.ts';
import { setClient } from './client.ts';
import { initializationOf } from './initialize.ts';

/** How long a consumer waits before it sends a bounced slash packet again (ADR-008). */
const RETRY_DELAY = 3_600_000_000_000n;

type ProviderInfo = Omit<ConsumerGenesisRow['provider'], 'initial_val_set'>;

/** Stores what a consumer starts from (ICS-028, ME [CCV-PCF-CRCLIENT]). */
export function storeGenesis(context: Context, consumerId: string, updates: readonly ValidatorUpdate[]): void {
  const initialization = initializationOf(context, consumerId);
  const isStandalone = initialization.connection_id !== '';
  const provider: ProviderInfo = isStandalone ? { client_state: null, consensus_state: null } : selfInfo(context);
  context.draft.set(consumerGenesis, consumerId, {
    params: consumerParamsFor(consumerId, initialization),
    provider: {
      ...provider,
      initial_val_set: updates.map(({ pubKey, power }) => ({ pub_key: { ed25519: pubKey }, power })),
    },
    new_chain: true,
    preCCV: isStandalone,
    connection_id: isStandalone ? reuseConnection(context, consumerId, initialization.connection_id) : '',
  });
}

/** The parameters of the consumer's own module; the pool for rewards is told when the channel is opened. */
function consumerParamsFor(consumerId: string, initialization: InitializationParametersRow): ConsumerParamsRow {
  return {
    enabled: true,
    blocks_per_distribution_transmission: initialization.blocks_per_distribution_transmission,
    distribution_transmission_channel: initialization.distribution_transmission_channel,
    provider_fee_pool_addr_str: '',
    ccv_timeout_period: initialization.ccv_timeout_period,
    transfer_timeout_period: initialization.transfer_timeout_period,
    consumer_redistribution_fraction: initialization.consumer_redistribution_fraction,
    historical_entries: initialization.historical_entries,
    unbonding_period: initialization.unbonding_period,
    soft_opt_out_threshold: '0',
    reward_denoms: [],
    provider_reward_denoms: [],
    retry_delay_period: RETRY_DELAY,
    consumer_id: consumerId,
  };
}

/** The client of the provider that the consumer creates, as of this block. */
function selfInfo(context: Context): ProviderInfo {
  const { draft, block } = context;
  const { unbonding_time } = stakingParamsOf(context);
  const header = draft.get(historicalInfo, historicalInfo.key(block.height))?.header;
  ensure(header !== undefined, 'unregistered', 'the provider does not remember this block');
  return {
    client_state: {
      ...paramsOf(context).template_client,
      chain_id: block.chainId,
      latest_height: selfHeight(context),
      trusting_period: trustingPeriod(context, unbonding_time),
      unbonding_period: unbonding_time,
    },
    consensus_state: {
      timestamp: header.time,
      root: { hash: header.app_hash },
      next_validators_hash: header.next_validators_hash,
    },
  };
}

/**
 * Uses the existing connection of a standalone chain and its client for the consumer, and returns the connection's id on
 * the consumer. A client belongs to one consumer only (ME [CCV-PCF-COTRY.1]).
 */
function reuseConnection(context: Context, consumerId: string, connectionId: string): string {
  const { draft } = context;
  const connection = connectionOf(context, connectionId);
  const client = tendermintClient(context, connectionId);
  const chainId = draft.get(consumerChainIds, consumerId) ?? '';
  if (client.state.chain_id !== chainId) refuseIbc('invalidConnectionId', `${connectionId} is not to ${chainId}`);
  const owner = draft.get(clientToConsumer, client.id);
  const isFree = owner === undefined || owner === consumerId;
  ensure(isFree, 'unregistered', `${client.id} is the client of consumer ${owner}`);
  setClient(context, consumerId, client.id);
  draft.set(evidenceMinHeights, consumerId, client.state.latest_height.revision_height);
  return connection.counterparty.connection_id;
}
