import type { HeaderClaim, MisbehaviourClaim } from '../../../specs/claim.ts';
import type { Features } from '../../../specs/feature.ts';
import {
  clientCreators,
  type TendermintClientState,
  type TendermintConsensusState,
} from '../../../specs/tables/ibc/client.ts';
import { addressOf } from '../../bech32.ts';
import type { Context, MessageOf, Module } from '../../context.ts';
import { checkClientId } from '../identifier.ts';
import { checkSigner } from '../signer.ts';
import { createClient } from './create.ts';
import { checkRecoverClient, recoverClient } from './recover.ts';
import { checkMisbehaviour, freezeClient } from './misbehaviour.ts';
import { updateClient } from './update.ts';
import { validateClientState, validateConsensusState } from './validate.ts';
import { checkHeader } from './verify-header.ts';

/** `ibc.core.client.v1.MsgCreateClient`, for Tendermint clients. */
export type MsgCreateClient = MessageOf<{
  readonly client_state: TendermintClientState;
  readonly consensus_state: TendermintConsensusState;
  readonly signer: string;
}>;

/** `ibc.core.client.v1.MsgUpdateClient`, with claims in place of the header or of two that contradict each other. */
export type MsgUpdateClient = MessageOf<{
  readonly client_id: string;
  readonly client_message: HeaderClaim | MisbehaviourClaim;
  readonly signer: string;
}>;

/** `ibc.core.client.v1.MsgSubmitMisbehaviour`, the older way to show a client two headers. */
export type MsgSubmitMisbehaviour = MessageOf<{
  readonly client_id: string;
  readonly misbehaviour: MisbehaviourClaim;
  readonly signer: string;
}>;

/** The messages of ICS-02. */
export const clientMessages = {
  checks: {
    '/ibc.core.client.v1.MsgCreateClient': (
      { client_state, consensus_state, signer }: MsgCreateClient,
      features: Features,
    ) => {
      checkSigner(signer);
      validateClientState(client_state, features);
      validateConsensusState(consensus_state);
    },
    '/ibc.core.client.v1.MsgUpdateClient': (
      { client_id, client_message, signer }: MsgUpdateClient,
      features: Features,
    ) => {
      checkSigner(signer);
      if (isMisbehaviour(client_message)) checkMisbehaviour(client_message, features);
      else checkHeader(client_message);
      checkClientId(client_id, features);
    },
    '/ibc.core.client.v1.MsgSubmitMisbehaviour': (message: MsgSubmitMisbehaviour, features: Features) => {
      checkSigner(message.signer);
      checkMisbehaviour(message.misbehaviour, features);
      checkClientId(message.client_id, features);
    },
    '/ibc.core.client.v1.MsgRecoverClient': checkRecoverClient,
  },
  handlers: {
    '/ibc.core.client.v1.MsgCreateClient': (context: Context, message: MsgCreateClient) => {
      const clientId = createClient(context, message.client_state, message.consensus_state);
      if (!context.features.has('ibc-client-creator')) return;
      const creator = addressOf(context.bech32Prefix, message.signer) ?? '';
      context.draft.set(clientCreators, clientCreators.key(clientId), creator);
    },
    '/ibc.core.client.v1.MsgUpdateClient': (context: Context, message: MsgUpdateClient) => {
      const { client_id, client_message } = message;
      if (isMisbehaviour(client_message)) freezeClient(context, client_id, client_message);
      else updateClient(context, client_id, client_message);
    },
    '/ibc.core.client.v1.MsgSubmitMisbehaviour': (context: Context, message: MsgSubmitMisbehaviour) => {
      freezeClient(context, message.client_id, message.misbehaviour);
    },
    '/ibc.core.client.v1.MsgRecoverClient': recoverClient,
  },
} as const satisfies Pick<Module, 'checks' | 'handlers'>;

function isMisbehaviour(message: HeaderClaim | MisbehaviourClaim): message is MisbehaviourClaim {
  return 'header_1' in message;
}
