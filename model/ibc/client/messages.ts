import type { HeaderClaim } from '../../../specs/claim.ts';
import type { Features } from '../../../specs/feature.ts';
import {
  clientCreators,
  type TendermintClientState,
  type TendermintConsensusState,
} from '../../../specs/tables/ibc/client.ts';
import { addressOf } from '../../bech32.ts';
import type { Context, MessageOf, Module } from '../../context.ts';
import { checkClientId } from '../identifier.ts';
import { createClient } from './create.ts';
import { checkRecoverClient, recoverClient } from './recover.ts';
import { updateClient } from './update.ts';
import { validateClientState, validateConsensusState } from './validate.ts';
import { checkHeader } from './verify-header.ts';

/** `ibc.core.client.v1.MsgCreateClient`, for Tendermint clients. */
export type MsgCreateClient = MessageOf<{
  readonly client_state: TendermintClientState;
  readonly consensus_state: TendermintConsensusState;
  readonly signer: string;
}>;

/** `ibc.core.client.v1.MsgUpdateClient`, with a claim in place of the header. */
export type MsgUpdateClient = MessageOf<{
  readonly client_id: string;
  readonly client_message: HeaderClaim;
  readonly signer: string;
}>;

/** The messages of ICS-02. */
export const clientMessages = {
  checks: {
    '/ibc.core.client.v1.MsgCreateClient': ({ client_state, consensus_state }: MsgCreateClient, features: Features) => {
      validateClientState(client_state, features);
      validateConsensusState(consensus_state);
    },
    '/ibc.core.client.v1.MsgUpdateClient': ({ client_id, client_message }: MsgUpdateClient, features: Features) => {
      checkHeader(client_message);
      checkClientId(client_id, features);
    },
    '/ibc.core.client.v1.MsgRecoverClient': checkRecoverClient,
  },
  handlers: {
    '/ibc.core.client.v1.MsgCreateClient': (context: Context, message: MsgCreateClient) => {
      const clientId = createClient(context, message.client_state, message.consensus_state);
      if (!context.features.has('ibc-client-creator')) return;
      const creator = addressOf(context.bech32Prefix, message.signer) ?? '';
      context.draft.set(clientCreators, `${clientId}/creator`, creator);
    },
    '/ibc.core.client.v1.MsgUpdateClient': (context: Context, message: MsgUpdateClient) => {
      updateClient(context, message.client_id, message.client_message);
    },
    '/ibc.core.client.v1.MsgRecoverClient': recoverClient,
  },
} as const satisfies Pick<Module, 'checks' | 'handlers'>;
