import type { Packet } from '../../../specs/block.ts';
import type { ProofClaim } from '../../../specs/claim.ts';
import type { ChannelOrdering } from '../../../specs/tables/ibc/channel.ts';
import { sendPacket } from '../packet/send.ts';
import { START } from './chain.ts';
import { connect, message, NEW, openChannels, RIGHT, said, show, startPair, type Pair } from './pair.ts';

const ACK = '01';

/** No timeout by height. */
export const NO_HEIGHT = { revision_number: 0n, revision_height: 0n };
/** A timeout that no test reaches by itself. */
export const FAR = START + 900_000_000_000n;

/** Where `a` commits to a packet. */
export const sent = (sequence: bigint) => `commitments/ports/left/channels/channel-0/sequences/${sequence}`;
/** Where `b` stores an acknowledgement. */
export const acked = (sequence: bigint) => `acks/ports/right/channels/channel-0/sequences/${sequence}`;
/** Where `b` remembers a packet of an unordered channel. */
export const receipt = (sequence: bigint) => `receipts/ports/right/channels/channel-0/sequences/${sequence}`;
/** Where `b` counts the packets of an ordered channel. */
export const NEXT = 'nextSequenceRecv/ports/right/channels/channel-0';

/** Two chains with channel-0 open between them. */
export function opened(ordering: ChannelOrdering = 'ORDER_ORDERED', features = NEW, delay = 0n): Pair {
  const pair = startPair(features);
  connect(pair, delay);
  openChannels(pair, ordering);
  return pair;
}

/** Sends a packet from `left`. */
export function send({ a }: Pair, timeout = FAR, height = NO_HEIGHT): Packet {
  a.call((context) => sendPacket(context, 'left', 'channel-0', height, timeout, 'cafe'));
  const [packet] = a.step.observation.sentPackets;
  if (packet === undefined) throw new Error('nothing was sent');
  return packet;
}

/** Shows the packet to `b`; the answer of the chain. */
export function receive({ a, b }: Pair, packet: Packet, changes: object = {}, claim: Partial<ProofClaim> = {}): string {
  const { update, proof_height } = show(a, b);
  const proof_commitment = a.prove(sent(packet.sequence), claim);
  const fields = { packet, proof_commitment, proof_height, ...changes };
  return said(b.run(update, message('channel.v1.MsgRecvPacket', fields)));
}

/** Shows the acknowledgement to `a`; the answer of the chain. */
export function acknowledge({ a, b }: Pair, packet: Packet, changes: object = {}): string {
  const { update, proof_height } = show(b, a);
  const proof_acked = b.prove(acked(packet.sequence));
  const fields = { packet, acknowledgement: ACK, proof_acked, proof_height, ...changes };
  return said(a.run(update, message('channel.v1.MsgAcknowledgement', fields)));
}

/** Proves to `a` that the packet never came; the answer of the chain. */
export function timeout(
  { a, b }: Pair,
  packet: Packet,
  path: string,
  changes: object = {},
  type = 'MsgTimeout',
): string {
  const { update, proof_height } = show(b, a);
  const proofs = { proof_unreceived: b.prove(path), proof_close: b.prove(RIGHT), proof_height };
  const fields = { packet, next_sequence_recv: 1n, ...proofs, ...changes };
  return said(a.run(update, message(`channel.v1.${type}`, fields)));
}
