import type { ConnectionCounterparty, ConnectionVersion } from '../../../specs/tables/ibc/connection.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import type { Nanos } from '../../../specs/value.ts';
import type { MessageOf } from '../../context.ts';
import type { Proof } from '../proof.ts';

/** `ibc.core.connection.v1.MsgConnectionOpenInit`. */
export type MsgOpenInit = MessageOf<{
  readonly client_id: string;
  readonly counterparty: ConnectionCounterparty;
  readonly version: ConnectionVersion | null;
  readonly delay_period: Nanos;
}>;

/** `ibc.core.connection.v1.MsgConnectionOpenTry`. */
export type MsgOpenTry = MessageOf<{
  readonly client_id: string;
  readonly counterparty: ConnectionCounterparty;
  readonly counterparty_versions: readonly ConnectionVersion[];
  readonly delay_period: Nanos;
  readonly proof_init: Proof;
  readonly proof_height: HeightRow;
}>;

/** `ibc.core.connection.v1.MsgConnectionOpenAck`. */
export type MsgOpenAck = MessageOf<{
  readonly connection_id: string;
  readonly counterparty_connection_id: string;
  readonly version: ConnectionVersion;
  readonly proof_try: Proof;
  readonly proof_height: HeightRow;
}>;

/** `ibc.core.connection.v1.MsgConnectionOpenConfirm`. */
export type MsgOpenConfirm = MessageOf<{
  readonly connection_id: string;
  readonly proof_ack: Proof;
  readonly proof_height: HeightRow;
}>;
