import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import type { CreateClientAction } from '../../specs/generated/trace.ts';
import { ZERO_HEIGHT } from '../../model/ibc/height.ts';
import { clientStates, type TendermintClientState } from '../../specs/tables/ibc/client.ts';
import { providerParams } from '../../specs/tables/provider/module.ts';
import { SECOND } from '../../specs/value.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { someStartedConsumer } from '../draw/index.ts';
import { consumerName, side } from '../format/fields.ts';
import { RELAYER } from '../setup/setup.ts';
import { linkOf } from '../world/consumers.ts';
import { relayerOn } from '../world/relay.ts';
import type { Chain, World } from '../world/world.ts';

const TYPE = '/ibc.core.client.v1.MsgCreateClient';

/** `ibc.core.client.v1.MsgCreateClient` (ICS-02): a client like the one of the CCV module, which does not use it. */
export const createClient: ActionKind<CreateClientAction> = {
  kind: 'create-client',
  title: 'CreateClientAction',
  describes: 'The relayer creates another client of a chain on its counterparty, from the newest header.',
  sends: [TYPE],
  fields: { consumer: consumerName, on: { ...side, description: 'The chain that holds the client.' } },
  weight: (world) => (world.chains.size > 1 ? 1 : 0),
  draw: (world) =>
    fc.record({
      kind: fc.constant('create-client' as const),
      consumer: someStartedConsumer(world),
      on: fc.constantFrom('provider' as const, 'consumer' as const),
    }),
  plan(world, { consumer, on }) {
    const link = linkOf(world, consumer);
    if (link === undefined) return [];
    const from = on === 'provider' ? link.consumer : link.provider;
    const to = on === 'provider' ? link.provider : link.consumer;
    const header = from.chain.headers[Number(from.chain.height)];
    const template =
      rowsOf(to.chain.model.state, clientStates).get(clientStates.key(to.client)) ?? first(world, from.chain);
    if (header === undefined || template === undefined) return [];
    return queued(
      world,
      to.chain.name,
      txOf(RELAYER, {
        '@type': TYPE,
        client_state: {
          ...template,
          frozen_height: ZERO_HEIGHT,
          latest_height: { revision_number: from.chain.revision, revision_height: header.height },
        },
        consensus_state: {
          '@type': '/ibc.lightclients.tendermint.v1.ConsensusState',
          timestamp: header.time,
          root: { hash: header.appHash },
          next_validators_hash: header.nextValidatorsHash,
        },
        signer: relayerOn(to.chain),
      }),
    );
  },
};

/** A client like the one of the CCV module, for chains that do not have one yet. */
function first({ provider, setup }: World, { genesis }: Chain): TendermintClientState | undefined {
  const template = rowsOf(provider.model.state, providerParams).get(SINGLETON)?.template_client;
  const unbonding = BigInt(setup.providerUnbondingSeconds) * SECOND;
  return (
    template && {
      '@type': '/ibc.lightclients.tendermint.v1.ClientState',
      ...template,
      chain_id: genesis.chainId,
      unbonding_period: unbonding,
      trusting_period: (unbonding * 2n) / 3n,
    }
  );
}
