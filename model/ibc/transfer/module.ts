import { SINGLETON } from '../../../specs/key.ts';
import { denoms, denomTraces, totalEscrow, transferParams, transferPort } from '../../../specs/tables/transfer.ts';
import type { ChannelOpening, IbcApp, Module } from '../../context.ts';
import { ensure, refuse } from '../errors.ts';
import { checkTransferParams, updateTransferParams } from './params.ts';
import { receiveTransfer } from './receive.ts';
import { refund, takeAnswer } from './refund.ts';
import { checkTransfer, sendTransfer } from './send.ts';

const PORT = 'transfer';
const VERSION = 'ics20-1';
const MAX_CHANNELS = 2n ** 32n;

/** The transfer application's own rows and its message (ICS-20). */
export function transferModule(): Module {
  return {
    name: 'transfer',
    initGenesis: ({ draft }) => {
      draft.set(transferPort, SINGLETON, PORT);
      draft.set(transferParams, SINGLETON, { send_enabled: true, receive_enabled: true });
      return undefined;
    },
    exports: () => [transferPort, transferParams, denoms, denomTraces, totalEscrow],
    checks: {
      '/ibc.applications.transfer.v1.MsgTransfer': checkTransfer,
      '/ibc.applications.transfer.v1.MsgUpdateParams': checkTransferParams,
    },
    handlers: {
      '/ibc.applications.transfer.v1.MsgTransfer': sendTransfer,
      '/ibc.applications.transfer.v1.MsgUpdateParams': updateTransferParams,
    },
  };
}

/** How the transfer application answers core (ICS-20, ICS-26). */
export const transferApp: IbcApp = {
  onChanOpenInit: (_context, opening) => {
    checkChannel(opening);
    const version = opening.version.trim() === '' ? VERSION : opening.version;
    ensure(version === VERSION, 'invalidTransferVersion', `the version ${version} is not supported`);
    return version;
  },
  onChanOpenTry: (_context, opening) => {
    checkChannel(opening);
    // An unknown version is answered with the own one; the counterparty's ack will refuse it.
    return VERSION;
  },
  onChanOpenAck: (_context, _portId, _channelId, _counterpartyChannelId, counterpartyVersion) => {
    ensure(counterpartyVersion === VERSION, 'invalidTransferVersion', `${counterpartyVersion} is not supported`);
  },
  onChanOpenConfirm: () => {},
  onChanCloseInit: () => refuse('invalidRequest', 'a user cannot close a transfer channel'),
  onChanCloseConfirm: () => {},
  onRecvPacket: receiveTransfer,
  onAcknowledgementPacket: takeAnswer,
  onTimeoutPacket: refund,
};

function checkChannel({ channelId, ordering, portId }: ChannelOpening): void {
  const sequence = BigInt(channelId.slice('channel-'.length));
  ensure(sequence < MAX_CHANNELS, 'tooManyTransferChannels', 'there are too many channels for escrow accounts');
  ensure(ordering === 'ORDER_UNORDERED', 'invalidOrdering', `a transfer channel is not ${ordering}`);
  ensure(portId === PORT, 'invalidPort', `the port is not ${PORT}`);
}
