import { SINGLETON } from '../../specs/key.ts';
import type { ValidatorUpdate } from '../../specs/block.ts';
import type { ConsumerGenesis } from '../../specs/genesis.ts';
import {
  consumerParams,
  consumerPort,
  initGenesisHeight,
  providerClient,
  type ConsumerParamsRow,
} from '../../specs/tables/consumer.ts';
import { updatesOf, type UpdateRow } from '../../specs/tables/validator-update.ts';
import type { TendermintClientState, TendermintConsensusState } from '../../specs/tables/ibc/client.ts';
import { connections } from '../../specs/tables/ibc/connection.ts';
import { CCV_VERSION, CONSUMER_PORT, PROVIDER_PORT } from '../ccv/channel.ts';
import type { Context } from '../context.ts';
import { Halt, haltIfRefused } from '../halt.ts';
import { channelOpenInit } from '../ibc/channel/handshake.ts';
import { claimPort } from '../ibc/capability.ts';
import { createClient } from '../ibc/client/create.ts';
import { startSigning } from '../sdk/slashing/signing-info.ts';
import { beginChangeover } from './changeover.ts';
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
  readonly preCCV: boolean;
  readonly connection_id: string;
}

/**
 * Starts the module (ICS-028, ME [CCV-CCF-INITG]): creates the client of the provider, the initial validator set, and an
 * HtoVSC that begins with 0. A former standalone chain keeps its own validators until the end of the block, and opens
 * the channel at once if the genesis names a connection (ADR-010).
 */
export function initConsumer(context: Context, genesis: ConsumerGenesis): ValidatorUpdate[] {
  const { draft, block } = context;
  // The boundary has decoded it with the program's own schema.
  const { params, provider, preCCV, connection_id: connection } = genesis.ccv as unknown as ConsumerGenesisState;
  const { reward_denoms, provider_reward_denoms } = genesis;
  draft.set(initGenesisHeight, SINGLETON, block.height);
  draft.set(consumerParams, SINGLETON, { ...params, reward_denoms, provider_reward_denoms });
  draft.set(consumerPort, SINGLETON, CONSUMER_PORT);
  if (preCCV) {
    beginChangeover(context, provider.initial_val_set);
    claimPort(context, CONSUMER_PORT);
  }
  const client = connection === '' ? createProviderClient(context, provider) : clientOf(context, connection);
  draft.set(providerClient, SINGLETON, client);
  mapHeight(context, block.height, 0n);
  if (connection !== '') beginChannel(context, connection);
  if (preCCV) return [];
  const updates = updatesOf(provider.initial_val_set);
  applyValidatorUpdates(context, updates, startSigning);
  return updates;
}

/** The client of a connection from before the changeover. */
function clientOf({ draft }: Context, connection: string): string {
  const client = draft.get(connections, connection)?.client_id;
  if (client === undefined) throw new Halt('consumer/connection-missing', `there is no connection ${connection}`);
  return client;
}

/** Begins the CCV channel over an existing connection. */
function beginChannel(context: Context, connection: string): void {
  haltIfRefused('consumer/channel-refused', () =>
    channelOpenInit(context, {
      port_id: CONSUMER_PORT,
      channel: {
        state: 'STATE_INIT',
        ordering: 'ORDER_ORDERED',
        counterparty: { port_id: PROVIDER_PORT, channel_id: '' },
        connection_hops: [connection],
        version: CCV_VERSION,
      },
    }),
  );
}

/** Creates the client of the provider; without it the chain does not start, for example when it comes too late. */
function createProviderClient(context: Context, provider: ConsumerGenesisState['provider']): string {
  return haltIfRefused('consumer/client-refused', () =>
    createClient(
      context,
      { '@type': '/ibc.lightclients.tendermint.v1.ClientState', ...provider.client_state },
      { '@type': '/ibc.lightclients.tendermint.v1.ConsensusState', ...provider.consensus_state },
    ),
  );
}
