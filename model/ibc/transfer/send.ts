import { SINGLETON } from '../../../specs/key.ts';
import type { Coin } from '../../../specs/block.ts';
import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import type { HeightRow } from '../../../specs/tables/ibc/height.ts';
import { transferParams } from '../../../specs/tables/transfer.ts';
import { cameOver, nameOfDenom, pathOfDenom, type TracedDenom } from '../../../specs/traced-denom.ts';
import type { Hex, Nanos } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { isBlocked } from '../../sdk/auth/module-accounts.ts';
import { burn, maySend, sendToModule } from '../../sdk/bank/send.ts';
import { isValidCoin } from '../../sdk/coins.ts';
import type { Features } from '../../../specs/feature.ts';
import { ensure, refuse } from '../errors.ts';
import { checkChannelId, checkPortId } from '../identifier.ts';
import { checkSigner } from '../signer.ts';
import { sendPacket } from '../packet/send.ts';
import { channelKey } from '../path.ts';
import { denomNamed } from './denom.ts';
import { escrow } from './escrow.ts';
import { writeTransfer } from './packet-data.ts';

const MAX_RECEIVER = 2_048;
const MAX_MEMO = 32_768;
const PORT = 'transfer';

/** `ibc.applications.transfer.v1.MsgTransfer`. */
export interface Transfer {
  readonly source_port: string;
  readonly source_channel: string;
  readonly token: Coin;
  readonly sender: string;
  readonly receiver: string;
  readonly timeout_height: HeightRow;
  readonly timeout_timestamp: Nanos;
  readonly memo: string;
}

/** What can be said of a transfer without any state. */
export function checkTransfer(transfer: Transfer, features: Features): void {
  const { source_port, source_channel, token, sender, receiver, memo } = transfer;
  checkPortId(source_port);
  checkChannelId(source_channel);
  ensure(isValidCoin(token), 'invalidCoins', 'the coin is not well formed');
  if (features.has('ibc-transfer-v2')) {
    ensure(token.amount > 0n && isVoucherName(token.denom), 'invalidCoins', 'the coin is not to be transferred');
  } else ensure(token.amount > 0n, 'insufficientFunds', 'nothing is transferred');
  checkSigner(sender);
  const length = Buffer.byteLength(receiver);
  ensure(receiver.trim() !== '' && length <= MAX_RECEIVER, 'invalidAddress', 'the receiver is blank or too long');
  ensure(Buffer.byteLength(memo) <= MAX_MEMO, 'invalidTransferMemo', 'the memo is too long');
  if (features.has('ibc-transfer-v2')) return;
  const [, hash] = /^ibc(?:\/(.*))?$/u.exec(token.denom) ?? [undefined, 'none'];
  ensure(hash !== undefined && hash.trim() !== '', 'invalidTransferDenom', 'the voucher has no hash');
  ensure(isVoucherName(token.denom), 'unregistered', 'the hash of the voucher is none');
}

/** Sends a coin over a channel (ICS-20, `sendFungibleTokens`): locks it up here, or burns it when it goes home. */
export function sendTransfer(context: Context, transfer: Transfer): void {
  if (context.features.has('ibc-transfer-v2')) sendAnew(context, transfer);
  else sendAsBefore(context, transfer);
}

function sendAnew(context: Context, transfer: Transfer): void {
  const { source_port, source_channel, token } = transfer;
  ensure(maySendAny(context), 'transferSendDisabled', 'transfers are disabled');
  const denom = denomNamed(context, token.denom);
  const exists = context.draft.has(channelEnds, channelKey(source_port, source_channel));
  if (!exists) sendOverClient(transfer);
  checkSender(context, transfer);
  const coin = { denom: nameOfDenom(denom), amount: token.amount };
  ensure(maySend(context, coin.denom), 'transferSendDisabled', `${coin.denom} may not be sent`);
  lockUp(context, { ...transfer, source_port: PORT, token: coin }, denom);
}

function sendAsBefore(context: Context, transfer: Transfer): void {
  const { source_port, source_channel, token } = transfer;
  ensure(maySendAny(context), 'transferSendDisabled', 'transfers are disabled');
  ensure(maySend(context, token.denom), 'transferSendDisabled', `${token.denom} may not be sent`);
  checkSender(context, transfer);
  const exists = context.draft.has(channelEnds, channelKey(source_port, source_channel));
  ensure(exists, 'channelNotFound', `there is no channel ${source_channel}`);
  ensure(source_port === PORT, 'channelCapabilityNotFound', 'the channel is that of another application');
  lockUp(context, transfer, denomNamed(context, token.denom));
}

/** A channel that does not exist is taken for a client that packets may go over, and no client has a counterparty. */
function sendOverClient({ timeout_timestamp }: Transfer): never {
  ensure(timeout_timestamp !== 0n, 'invalidTimeoutV2', 'the packet has no timeout');
  return refuse('counterpartyNotFound', 'the client has no counterparty');
}

function lockUp(context: Context, transfer: Transfer, denom: TracedDenom): void {
  const { source_port, source_channel, token, timeout_height, timeout_timestamp } = transfer;
  const sender = senderOf(context, transfer);
  if (cameOver(denom, source_port, source_channel)) {
    sendToModule(context, sender, 'transfer', [token]);
    burn(context, 'transfer', [token]);
  } else escrow(context, source_port, source_channel, sender, token);
  const { receiver, memo } = transfer;
  const data = { denom: pathOfDenom(denom), amount: token.amount, sender: transfer.sender, receiver, memo };
  const bytes = writeTransfer(data, context.features);
  sendPacket(context, source_port, source_channel, timeout_height, timeout_timestamp, bytes);
}

function maySendAny({ draft }: Context): boolean {
  return draft.get(transferParams, SINGLETON)?.send_enabled ?? false;
}

function checkSender(context: Context, transfer: Transfer): void {
  const isOpen = !isBlocked(context, senderOf(context, transfer));
  ensure(isOpen, 'unauthorized', 'a module does not send coins over a channel');
}

function senderOf(context: Context, { sender }: Transfer): Hex {
  return addressOf(context.bech32Prefix, sender) ?? refuse('invalidAddress', 'the sender is no address');
}

/** A name that begins as that of a voucher has to go on with a hash. */
function isVoucherName(denom: string): boolean {
  if (denom === 'ibc') return false;
  return !denom.startsWith('ibc/') || /^[0-9a-fA-F]{64}$/u.test(denom.slice('ibc/'.length));
}
