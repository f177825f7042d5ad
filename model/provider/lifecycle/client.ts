import type { ValidatorUpdate } from '../../../specs/block.ts';
import {
  clientToConsumer,
  consumerChainIds,
  consumerClients,
  evidenceMinHeights,
} from '../../../specs/tables/provider.ts';
import { applyUpdates, validatorsHash } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { createClient } from '../../ibc/client/create.ts';
import { paramsOf, trustingPeriod } from '../params.ts';
import { initializationOf } from './initialize.ts';

/** What a consensus state has for a root when nothing is known of it (ICS-07): the text `sentinel_root`. */
const SENTINEL_ROOT = Buffer.from('sentinel_root').toString('hex');

/**
 * Creates the client of a consumer that begins with these validators (ICS-028, ME [CCV-PCF-CRCLIENT]). A consumer
 * that brings its own connection has one already.
 */
export function createConsumerClient(context: Context, consumerId: string, updates: readonly ValidatorUpdate[]): void {
  const { initial_height, unbonding_period, connection_id } = initializationOf(context, consumerId);
  if (connection_id !== '') return;
  const { draft, block } = context;
  draft.set(evidenceMinHeights, consumerId, initial_height.revision_height);
  const client = createClient(
    context,
    {
      '@type': '/ibc.lightclients.tendermint.v1.ClientState',
      ...paramsOf(context).template_client,
      chain_id: draft.get(consumerChainIds, consumerId) ?? '',
      latest_height: initial_height,
      trusting_period: trustingPeriod(context, unbonding_period),
      unbonding_period,
    },
    {
      '@type': '/ibc.lightclients.tendermint.v1.ConsensusState',
      timestamp: block.time,
      root: { hash: SENTINEL_ROOT },
      next_validators_hash: validatorsHash(applyUpdates([], updates)),
    },
  );
  setClient(context, consumerId, client);
}

/** Stores the client of a consumer, in both directions. */
export function setClient(context: Context, consumerId: string, client: string): void {
  forgetClient(context, consumerId);
  context.draft.set(consumerClients, consumerId, client);
  context.draft.set(clientToConsumer, client, consumerId);
}

/** Deletes the client of a consumer, in both directions. */
export function forgetClient({ draft }: Context, consumerId: string): void {
  const client = draft.get(consumerClients, consumerId);
  if (client === undefined) return;
  draft.delete(clientToConsumer, client);
  draft.delete(consumerClients, consumerId);
}
