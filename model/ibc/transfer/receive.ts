import { SINGLETON } from '../../../specs/key.ts';
import type { Packet } from '../../../specs/block.ts';
import { denomMetadata } from '../../../specs/tables/bank.ts';
import { transferParams } from '../../../specs/tables/transfer.ts';
import { arrivingDenom, nameOfDenom, pathOfDenom, type TracedDenom } from '../../../specs/traced-denom.ts';
import { readTransfer, type TransferData } from '../../../specs/transfer-packet.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { isBlocked, moduleAddress } from '../../sdk/auth/module-accounts.ts';
import { mint, sendCoins } from '../../sdk/bank/send.ts';
import { ensure as ensureSdk } from '../../sdk/errors.ts';
import { ensure, refuse } from '../errors.ts';
import { errorAcknowledgement, resultAcknowledgement } from '../packet/acknowledgement.ts';
import { keepDenom } from './denom.ts';
import { unescrow } from './escrow.ts';

/** The acknowledgement of a transfer packet. */
export interface Answer {
  readonly acknowledgement: Hex;
  readonly success: boolean;
}

/** Receives a packet of tokens (ICS-20, `onRecvPacket`). A failure gives an error acknowledgement. */
export function receiveTransfer(context: Context, packet: Packet): Answer {
  try {
    receive(context, packet);
    return { acknowledgement: resultAcknowledgement('01'), success: true };
  } catch (error) {
    if (!(error instanceof Refusal) || isPanic(error)) throw error;
    return { acknowledgement: errorAcknowledgement(error.code), success: false };
  }
}

function receive(context: Context, packet: Packet): void {
  const data = readTransfer(packet.data) ?? refuse('invalidType', 'the data is none of a transfer');
  const enabled = context.draft.get(transferParams, SINGLETON)?.receive_enabled ?? false;
  ensure(enabled, 'transferReceiveDisabled', 'transfers are disabled');
  const receiver = receiverOf(context, data);
  const { denom, isHome } = arrivingDenom(packet, data.denom);
  const coin = { denom: nameOfDenom(denom), amount: data.amount };
  if (isHome) {
    checkReceiver(context, receiver);
    unescrow(context, packet.destination_port, packet.destination_channel, receiver, coin);
    return;
  }
  keepDenom(context, denom);
  describe(context, denom);
  if (context.features.has('ibc-transfer-v2')) checkReceiver(context, receiver);
  else ensureSdk(!isBlocked(context, receiver), 'unauthorized', 'a module does not receive coins of users');
  mint(context, 'transfer', [coin]);
  sendCoins(context, moduleAddress('transfer'), receiver, [coin]);
}

function receiverOf(context: Context, { receiver }: TransferData): Hex {
  const error = context.features.has('ibc-transfer-v2') ? 'invalidAddress' : 'unregistered';
  return addressOf(context.bech32Prefix, receiver) ?? refuse(error, 'the receiver is no address');
}

function checkReceiver(context: Context, receiver: Hex): void {
  // From ibc-go v10 on the application's own account may receive what nobody can take from it.
  const isOwn = context.features.has('ibc-transfer-v2') && receiver === moduleAddress('transfer');
  ensure(isOwn || !isBlocked(context, receiver), 'unauthorized', 'a module does not receive coins of users');
}

/** Stores the bank metadata of a new voucher. */
function describe({ draft }: Context, denom: TracedDenom): void {
  const base = nameOfDenom(denom);
  if (draft.has(denomMetadata, base)) return;
  const path = pathOfDenom(denom);
  draft.set(denomMetadata, base, {
    description: `IBC token from ${path}`,
    denom_units: [{ denom: denom.base, exponent: 0, aliases: [] }],
    base,
    display: path,
    name: `${path} IBC token`,
    symbol: denom.base.toUpperCase(),
    uri: '',
    uri_hash: '',
  });
}

function isPanic({ code }: Refusal): boolean {
  return code === 111_222;
}
