import type { Packet } from '../../../specs/block.ts';
import { cameOver, nameOfDenom, readPath } from '../../../specs/traced-denom.ts';
import { readTransfer } from '../../../specs/transfer-packet.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { moduleAddress } from '../../sdk/auth/module-accounts.ts';
import { mint, sendCoins } from '../../sdk/bank/send.ts';
import { ensure, refuse } from '../errors.ts';
import { readAcknowledgement } from '../packet/acknowledgement.ts';
import { unescrow } from './escrow.ts';

/** Refunds the coins of a packet to their sender (ICS-20, `refundTokens`). */
export function refund(context: Context, { data: bytes, source_port, source_channel }: Packet): void {
  const data = readTransfer(bytes) ?? refuse('unknownRequest', 'the data is none of a transfer');
  const sender = addressOf(context.bech32Prefix, data.sender) ?? refuse('unregistered', 'the sender is no address');
  const denom = readPath(data.denom);
  const coin = { denom: nameOfDenom(denom), amount: data.amount };
  if (cameOver(denom, source_port, source_channel)) {
    mint(context, 'transfer', [coin]);
    sendCoins(context, moduleAddress('transfer'), sender, [coin]);
  } else unescrow(context, source_port, source_channel, sender, coin);
}

/** Handles the acknowledgement of a transfer: an error refunds the coins (ICS-20, `onAcknowledgePacket`). */
export function takeAnswer(context: Context, packet: Packet, acknowledgement: Hex): void {
  const answer = readAcknowledgement(acknowledgement);
  ensure(answer !== undefined, 'unknownRequest', 'the acknowledgement can not be read');
  if (answer.error !== undefined) refund(context, packet);
}
