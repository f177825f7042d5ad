import type { Packet } from '../block.ts';
import type { BlockEvent, HistoryEvent } from '../event.ts';
import { readTransfer, type TransferData } from '../transfer-packet.ts';
import { sentAs, settledIn } from './commitments.ts';

const PORT = 'transfer';

/** A packet of the transfer module with its decoded data. */
export interface TransferPacket {
  readonly packet: Packet;
  readonly data: TransferData;
}

/** The transfers that a block sent. */
export function transfersSent(event: HistoryEvent): readonly TransferPacket[] {
  const { sentPackets } = event.observation;
  return sentPackets.length === 0 ? NONE : sentPackets.flatMap(transferOf);
}

/** The transfers that a block received, and whether it accepted them or wrote an error acknowledgement. */
export function transfersReceived(event: HistoryEvent): readonly (TransferPacket & { readonly success: boolean })[] {
  const { writtenAcks } = event.observation;
  if (writtenAcks.length === 0) return [];
  return writtenAcks.flatMap(({ packet, acknowledgement }) =>
    transferOf(packet).map((transfer) => ({ ...transfer, success: acknowledgement.startsWith(RESULT) })),
  );
}

/** The transfers that a block refunded, because of an error acknowledgement or a timeout. */
export function transfersRefunded(event: BlockEvent): readonly (TransferPacket & { readonly timedOut: boolean })[] {
  const settled = new Set(settledIn(event));
  if (settled.size === 0) return [];
  return event.block.txs.flatMap(({ messages }, i) => {
    if (event.observation.txResults[i]?.code !== 0) return [];
    return messages.flatMap((message) => {
      const timedOut = /MsgTimeout/u.test(message['@type']);
      const failed = message['@type'].endsWith('MsgAcknowledgement') && !startsWithResult(message['acknowledgement']);
      if (!timedOut && !failed) return [];
      // The message is decoded already, so this is a packet.
      return transferOf(message['packet'] as unknown as Packet)
        .filter(({ packet }) => settled.delete(sentAs(event.chain, packet)))
        .map((transfer) => ({ ...transfer, timedOut }));
    });
  });
}

/** Whether the chain itself sent a transfer, not a transaction: consumers send rewards that way. */
export function isSentByChain(event: BlockEvent, { data }: TransferPacket): boolean {
  return !event.block.txs.some(({ messages }) => messages.some((message) => message['sender'] === data.sender));
}

const NONE: readonly TransferPacket[] = [];
const RESULT = Buffer.from('{"result"').toString('hex');

function startsWithResult(acknowledgement: unknown): boolean {
  return typeof acknowledgement === 'string' && acknowledgement.startsWith(RESULT);
}

function transferOf(packet: Packet): TransferPacket[] {
  if (packet.source_port !== PORT) return [];
  const data = readTransfer(packet.data);
  return data === undefined ? [] : [{ packet, data }];
}
