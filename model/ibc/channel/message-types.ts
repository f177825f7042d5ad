import type { ChannelRow } from '../../../specs/tables/ibc/channel.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import type { MessageOf } from '../../context.ts';
import type { Proof } from '../proof.ts';

/** `ibc.core.channel.v1.MsgChannelOpenInit`. */
export type MsgOpenInit = MessageOf<{ readonly port_id: string; readonly channel: ChannelRow }>;

/** `ibc.core.channel.v1.MsgChannelOpenTry`. */
export type MsgOpenTry = MessageOf<{
  readonly port_id: string;
  readonly channel: ChannelRow;
  readonly counterparty_version: string;
  readonly proof_init: Proof;
  readonly proof_height: HeightRow;
}>;

/** `ibc.core.channel.v1.MsgChannelOpenAck`. */
export type MsgOpenAck = MessageOf<{
  readonly port_id: string;
  readonly channel_id: string;
  readonly counterparty_channel_id: string;
  readonly counterparty_version: string;
  readonly proof_try: Proof;
  readonly proof_height: HeightRow;
}>;

/** `ibc.core.channel.v1.MsgChannelOpenConfirm`. */
export type MsgOpenConfirm = MessageOf<{
  readonly port_id: string;
  readonly channel_id: string;
  readonly proof_ack: Proof;
  readonly proof_height: HeightRow;
}>;

/** `ibc.core.channel.v1.MsgChannelCloseInit`. */
export type MsgCloseInit = MessageOf<{ readonly port_id: string; readonly channel_id: string }>;

/** `ibc.core.channel.v1.MsgChannelCloseConfirm`. */
export type MsgCloseConfirm = MessageOf<{
  readonly port_id: string;
  readonly channel_id: string;
  readonly proof_init: Proof;
  readonly proof_height: HeightRow;
}>;
