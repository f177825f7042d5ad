import type { ValidatorUpdate } from '../../specs/block.ts';
import type { ConsumerGenesis } from '../../specs/genesis.ts';
import {
  consumerParams,
  consumerPort,
  initGenesisHeight,
  providerClient,
  type ConsumerParamsRow,
} from '../../specs/tables/consumer.ts';
import type { UpdateRow } from '../../specs/tables/validator-update.ts';
import type { TendermintClientState, TendermintConsensusState } from '../../specs/tables/ibc/client.ts';
import { CONSUMER_PORT } from '../ccv/channel.ts';
import type { Context } from '../context.ts';
import { haltIfRefused } from '../halt.ts';
import { createClient } from '../ibc/client/create.ts';
import { startSigning } from '../sdk/slashing/signing-info.ts';
import { mapHeight } from './height-map.ts';
import { applyValidatorUpdates } from './validators.ts';

/** `interchain_security.ccv.v1.ConsumerGenesisState`, as far as a new chain reads it. */
interface ConsumerGenesisState {
  readonly params: ConsumerParamsRow;
  readonly provider: {
    readonly client_state: Omit<TendermintClientState, '@type'>;
    readonly consensus_state: Omit<TendermintConsensusState, '@type'>;
    readonly initial_val_set: readonly UpdateRow[];
  };
}

/**
 * Starts the module on a new chain (ICS-028, ME [CCV-CCF-INITG]): the client of the provider, the initial validator
 * set, and an HtoVSC that begins with 0.
 */
export function initConsumer(context: Context, genesis: ConsumerGenesis): ValidatorUpdate[] {
  const { draft, block } = context;
  // The boundary has decoded it with the program's own schema.
  const { params, provider } = genesis.ccv as unknown as ConsumerGenesisState;
  const { reward_denoms, provider_reward_denoms } = genesis;
  draft.set(initGenesisHeight, '', block.height);
  draft.set(consumerParams, '', { ...params, reward_denoms, provider_reward_denoms });
  draft.set(consumerPort, '', CONSUMER_PORT);
  const client = createProviderClient(context, provider);
  draft.set(providerClient, '', client);
  mapHeight(context, block.height, 0n);
  const updates = provider.initial_val_set.map(({ pub_key: key, power }) => ({ pubKey: key.ed25519, power }));
  applyValidatorUpdates(context, updates, startSigning);
  return updates;
}

/** Creates the client of the provider; without it the chain does not start, for example when it comes too late. */
function createProviderClient(context: Context, provider: ConsumerGenesisState['provider']): string {
  return haltIfRefused(() =>
    createClient(
      context,
      { '@type': '/ibc.lightclients.tendermint.v1.ClientState', ...provider.client_state },
      { '@type': '/ibc.lightclients.tendermint.v1.ConsensusState', ...provider.consensus_state },
    ),
  );
}
