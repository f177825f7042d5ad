import type { Packet } from '../../specs/block.ts';
import type { ChannelOpening, Context, IbcApp } from '../context.ts';
import { errorAcknowledgement, resultAcknowledgement } from '../ibc/packet/acknowledgement.ts';
import { closeInit, openAck, openInit, refuseWrongFlow } from './handshake.ts';
import { receiveValidatorSetChange } from './receive.ts';
import { takeAcknowledgement } from './slash-queue.ts';

/** The application behind the port `consumer` (ICS-026 callbacks of the CCV consumer). */
export const consumerApp: IbcApp = {
  onChanOpenInit: (context: Context, opening: ChannelOpening) => openInit(context, opening),
  onChanOpenTry: () => refuseWrongFlow(),
  onChanOpenAck: (context, portId, channelId, _counterparty, version) => openAck(context, portId, channelId, version),
  onChanOpenConfirm: () => refuseWrongFlow(),
  onChanCloseInit: (context, _portId, channelId) => closeInit(context, channelId),
  onChanCloseConfirm() {},
  onRecvPacket(context: Context, packet: Packet) {
    const error = receiveValidatorSetChange(context, packet);
    return error === undefined
      ? { acknowledgement: resultAcknowledgement('01'), success: true }
      : { acknowledgement: errorAcknowledgement(error.code), success: false };
  },
  onAcknowledgementPacket: (context, packet, acknowledgement) => takeAcknowledgement(context, packet, acknowledgement),
  /** The channel is ordered, so IBC closes it; the consumer does nothing more. */
  onTimeoutPacket() {},
};
