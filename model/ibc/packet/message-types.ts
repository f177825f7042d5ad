import type { Packet } from '../../../specs/block.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import type { Hex } from '../../../specs/value.ts';
import type { MessageOf } from '../../context.ts';
import type { Proof } from '../proof.ts';

/** `ibc.core.channel.v1.MsgRecvPacket`. */
export type MsgRecvPacket = MessageOf<{
  readonly packet: Packet;
  readonly proof_commitment: Proof;
  readonly proof_height: HeightRow;
  readonly signer: string;
}>;

/** `ibc.core.channel.v1.MsgAcknowledgement`. */
export type MsgAcknowledgement = MessageOf<{
  readonly packet: Packet;
  readonly acknowledgement: Hex;
  readonly proof_acked: Proof;
  readonly proof_height: HeightRow;
}>;

/** `ibc.core.channel.v1.MsgTimeout`. */
export type MsgTimeout = MessageOf<{
  readonly packet: Packet;
  readonly proof_unreceived: Proof;
  readonly proof_height: HeightRow;
  readonly next_sequence_recv: bigint;
}>;

/** `ibc.core.channel.v1.MsgTimeoutOnClose`. */
export type MsgTimeoutOnClose = MsgTimeout & { readonly proof_close: Proof };
