import type { Packet, RowChange } from '../block.ts';
import { writeSlashRequest, type SlashRequest } from '../ccv-packet.ts';
import { answerOf, type SlashResult } from '../history/slash-packets.ts';
import type { Happening } from './story.ts';

const RESULTS = { noted: 1, handled: 2, bounced: 3 } as const;

/** A slash packet over the channel of consumer `0`; by default for downtime of `aa` with power 5 and VSC 1. */
export function slashPacket(sequence: number, request: Partial<SlashRequest> = {}, channel = 'channel-0'): Packet {
  const data = writeSlashRequest({
    address: 'aa',
    power: 5n,
    valsetUpdateId: 1n,
    infraction: 'downtime',
    ...request,
  });
  return {
    sequence: BigInt(sequence),
    source_port: 'consumer',
    source_channel: 'channel-0',
    destination_port: 'provider',
    destination_channel: channel,
    data,
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: 1n,
  };
}

/** A provider block that answers slash packets, and its other rows. */
export function answering(
  result: Exclude<SlashResult, 'error'>,
  packets: readonly Packet[],
  rows: readonly RowChange[] = [],
): Happening {
  return { received: packets, acknowledgement: answerOf(RESULTS[result]), rows };
}

/** The same block, with forged packets. */
export function forging(happening: Happening): Happening {
  const { received = [] } = happening;
  const messages = received.map((packet) => ({
    message: {
      '@type': '/ibc.core.channel.v1.MsgRecvPacket',
      packet,
      proof_commitment: { '@claim': 'proof', forged: true },
    },
  }));
  return { ...happening, txs: messages };
}
