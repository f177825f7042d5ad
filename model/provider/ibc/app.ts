import type { Packet } from '../../../specs/block.ts';
import { channelToConsumer } from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context, IbcApp } from '../../context.ts';
import { ensure as ensureIbc } from '../../ibc/errors.ts';
import { errorAcknowledgement, readAcknowledgement, resultAcknowledgement } from '../../ibc/packet/acknowledgement.ts';
import { ensure, refuse } from '../errors.ts';
import { stopConsumer } from '../lifecycle/stop.ts';
import { receiveSlash, type SlashAnswer } from '../slash/receive.ts';
import { openConfirm, openTry, refuseWrongFlow } from './handshake.ts';

/** The application behind the port `provider` (ICS-026 callbacks of the CCV provider). */
export const providerApp: IbcApp = {
  onChanOpenInit: () => refuseWrongFlow(),
  onChanOpenTry: openTry,
  onChanOpenAck: () => refuseWrongFlow(),
  onChanOpenConfirm: (context, _port, channelId) => openConfirm(context, channelId),
  onChanCloseInit: () => refuse('invalidRequest', 'a user must not close a CCV channel'),
  onChanCloseConfirm() {},
  onRecvPacket: (context, packet) => answer(receiveSlash(context, packet)),
  onAcknowledgementPacket: takeAcknowledgement,
  /** A consumer that can't be reached in time is stopped (ME [CCV-PCF-TOVSC]). */
  onTimeoutPacket(context, { source_channel: channel }) {
    const consumerId = context.draft.get(channelToConsumer, channel);
    ensureIbc(consumerId !== undefined, 'invalidChannelState', `no consumer has the channel ${channel}`);
    stopConsumer(context, consumerId);
  },
};

/** The results that ADR-008 gives slash packets. */
const RESULTS = { noted: '01', handled: '02', bounced: '03' } as const;

function answer(slash: SlashAnswer): ReturnType<IbcApp['onRecvPacket']> {
  return typeof slash === 'string'
    ? { acknowledgement: resultAcknowledgement(RESULTS[slash]), success: true }
    : { acknowledgement: errorAcknowledgement(slash.error), success: false };
}

/** A consumer that can't read a VSC packet is stopped (ME [CCV-PCF-ACKVSC]). */
function takeAcknowledgement(context: Context, { source_channel: channel }: Packet, acknowledgement: Hex): void {
  const read = readAcknowledgement(acknowledgement);
  ensure(read !== undefined, 'unknownRequest', 'the acknowledgement is not JSON');
  if ((read.error ?? '') === '') return;
  const consumerId = context.draft.get(channelToConsumer, channel);
  ensure(consumerId !== undefined, 'unknownChannel', `no consumer has the channel ${channel}`);
  stopConsumer(context, consumerId);
}
