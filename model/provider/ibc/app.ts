import type { Packet } from '../../../specs/block.ts';
import { channelToConsumer } from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context, IbcApp } from '../../context.ts';
import { ensure as ensureIbc } from '../../ibc/errors.ts';
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
const RESULTS = { noted: 1, handled: 2, bounced: 3 } as const;

function answer(slash: SlashAnswer): ReturnType<IbcApp['onRecvPacket']> {
  if (typeof slash !== 'string') {
    // ibc-go hides all of an error but its code.
    const error = `ABCI code: ${slash.error}: error handling packet: see events for details`;
    return { acknowledgement: jsonHex({ error }), success: false };
  }
  return { acknowledgement: jsonHex({ result: Buffer.of(RESULTS[slash]).toString('base64') }), success: true };
}

/** A consumer that can't read a VSC packet is stopped (ME [CCV-PCF-ACKVSC]). */
function takeAcknowledgement(context: Context, { source_channel: channel }: Packet, acknowledgement: Hex): void {
  if (!isError(acknowledgement)) return;
  const consumerId = context.draft.get(channelToConsumer, channel);
  ensure(consumerId !== undefined, 'unknownChannel', `no consumer has the channel ${channel}`);
  stopConsumer(context, consumerId);
}

/** Whether an acknowledgement says that something went wrong (ICS-004); refuses what is none. */
function isError(acknowledgement: Hex): boolean {
  try {
    const { error } = JSON.parse(Buffer.from(acknowledgement, 'hex').toString('utf8')) as { readonly error?: string };
    return error !== undefined && error !== '';
  } catch {
    return refuse('unknownRequest', 'the acknowledgement is not JSON');
  }
}

function jsonHex(value: unknown): Hex {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('hex');
}
