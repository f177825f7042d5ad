import type { Features } from '../../../specs/feature.ts';
import type { ConnectionCounterparty } from '../../../specs/tables/ibc/connection.ts';
import type { Module } from '../../context.ts';
import { LOCALHOST } from '../client/id.ts';
import { ensure } from '../errors.ts';
import { checkClientId, checkConnectionId, checkOwnConnectionId } from '../identifier.ts';
import { checkProof } from '../proof.ts';
import { openAck, openConfirm, openInit, openTry } from './handshake.ts';
import { checkVersion } from './version.ts';
import type { MsgOpenInit, MsgOpenTry, MsgOpenAck, MsgOpenConfirm } from './message-types.ts';

/** The messages of ICS-03. */
export const connectionMessages = {
  checks: {
    '/ibc.core.connection.v1.MsgConnectionOpenInit': (
      { client_id, counterparty, version }: MsgOpenInit,
      features: Features,
    ) => {
      checkClient(client_id, features);
      const unknown = counterparty.connection_id === '';
      ensure(unknown, 'invalidConnectionCounterparty', 'the counterparty has a connection already');
      if (version !== null) checkVersion(version);
      checkCounterparty(counterparty, features);
    },
    '/ibc.core.connection.v1.MsgConnectionOpenTry': (message: MsgOpenTry, features: Features) => {
      const { client_id, counterparty, counterparty_versions, proof_init } = message;
      checkClient(client_id, features);
      checkConnectionId(counterparty.connection_id);
      ensure(counterparty_versions.length > 0, 'emptyVersions', 'the counterparty offers no version');
      for (const version of counterparty_versions) checkVersion(version);
      checkProof(proof_init);
      checkCounterparty(counterparty, features);
    },
    '/ibc.core.connection.v1.MsgConnectionOpenAck': (message: MsgOpenAck) => {
      checkOwnConnectionId(message.connection_id);
      checkConnectionId(message.counterparty_connection_id);
      checkVersion(message.version);
      checkProof(message.proof_try);
    },
    '/ibc.core.connection.v1.MsgConnectionOpenConfirm': (message: MsgOpenConfirm) => {
      checkOwnConnectionId(message.connection_id);
      checkProof(message.proof_ack);
    },
  },
  handlers: {
    '/ibc.core.connection.v1.MsgConnectionOpenInit': openInit,
    '/ibc.core.connection.v1.MsgConnectionOpenTry': openTry,
    '/ibc.core.connection.v1.MsgConnectionOpenAck': openAck,
    '/ibc.core.connection.v1.MsgConnectionOpenConfirm': openConfirm,
  },
} as const satisfies Pick<Module, 'checks' | 'handlers'>;

function checkClient(clientId: string, features: Features): void {
  ensure(clientId !== LOCALHOST, 'invalidClientType', 'there is no handshake with the chain itself');
  checkClientId(clientId, features);
}

function checkCounterparty({ client_id, connection_id, prefix }: ConnectionCounterparty, features: Features): void {
  if (connection_id !== '') checkConnectionId(connection_id);
  checkClientId(client_id, features);
  ensure(prefix.key_prefix !== '', 'invalidConnectionCounterparty', 'the counterparty has no store prefix');
}
