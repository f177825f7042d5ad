import { transferParams, transferPort } from '../../../specs/tables/transfer.ts';
import type { Hex } from '../../../specs/value.ts';
import type { ChannelOpening, IbcApp, Module } from '../../context.ts';
import { sha256 } from '../../consensus/merkle.ts';
import { ensure, refuse } from '../errors.ts';

const PORT = 'transfer';
const VERSION = 'ics20-1';
const MAX_CHANNELS = 2n ** 32n;

/** The transfer application's own rows (ICS-20). */
export function transferModule(): Module {
  return {
    name: 'transfer',
    initGenesis: ({ draft }) => {
      draft.set(transferPort, '', PORT);
      draft.set(transferParams, '', { send_enabled: true, receive_enabled: true });
      return undefined;
    },
  };
}

/** How the transfer application answers core (ICS-20, ICS-26). Packets are not modelled: nothing sends any yet. */
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
  onRecvPacket: notModelled,
  onAcknowledgementPacket: notModelled,
  onTimeoutPacket: notModelled,
};

/** The account that holds what left over a channel (ICS-20, ADR-028), 20 bytes. */
export function escrowAddress(port: string, channel: string): Hex {
  return sha256(Buffer.from(`${VERSION}\0${port}/${channel}`)).toString('hex', 0, 20);
}

function checkChannel({ channelId, ordering, portId }: ChannelOpening): void {
  const sequence = BigInt(channelId.slice('channel-'.length));
  ensure(sequence < MAX_CHANNELS, 'tooManyTransferChannels', 'there are too many channels for escrow accounts');
  ensure(ordering === 'ORDER_UNORDERED', 'invalidOrdering', `a transfer channel is not ${ordering}`);
  ensure(portId === PORT, 'invalidPort', `the port is not ${PORT}`);
}

function notModelled(): never {
  throw new Error('packets of the transfer application are not modelled yet');
}
