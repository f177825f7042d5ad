import type { Message, Packet } from '../block.ts';
import type { HistoryEvent } from '../event.ts';
import { isList, type Value } from '../value.ts';

const NONE: ReadonlySet<string> = new Set();
const names = new WeakMap<HistoryEvent, ReadonlySet<string>>();

/**
 * Whether a chain received a forged packet: the validators of the other chain signed a forged header to prove it.
 * The guarantees for packets hold only for chains that run the program (SM §Assumptions, Safe Blockchain).
 */
export function isForged(event: HistoryEvent, packet: Packet): boolean {
  return forgedIn(event).has(nameOf(packet.destination_channel, packet.sequence));
}

/** Whether a chain received a forged acknowledgement of one of its packets. */
export function isAnswerForged(event: HistoryEvent, packet: Packet): boolean {
  return forgedIn(event).has(`answer ${nameOf(packet.source_channel, packet.sequence)}`);
}

function forgedIn(event: HistoryEvent): ReadonlySet<string> {
  if (event.event === 'start' || event.block.txs.length === 0) return NONE;
  let forged = names.get(event);
  if (forged === undefined) {
    const messages = event.block.txs.flatMap((tx) => tx.messages);
    names.set(event, (forged = new Set(messages.flatMap(forgedBy))));
  }
  return forged;
}

function forgedBy(message: Message): string[] {
  const packet = fieldsOf(message['packet']);
  const { sequence, source_channel: from, destination_channel: to } = packet;
  if (typeof sequence !== 'bigint' || typeof from !== 'string' || typeof to !== 'string') return [];
  switch (message['@type']) {
    case '/ibc.core.channel.v1.MsgRecvPacket':
      return isForgedProof(message['proof_commitment']) ? [nameOf(to, sequence)] : [];
    case '/ibc.core.channel.v1.MsgAcknowledgement':
      return isForgedProof(message['proof_acked']) ? [`answer ${nameOf(from, sequence)}`] : [];
    default:
      return [];
  }
}

function isForgedProof(proof: Value | undefined): boolean {
  return fieldsOf(proof)['forged'] === true;
}

function nameOf(channel: string, sequence: bigint): string {
  return `${channel}/${sequence}`;
}

function fieldsOf(value: Value | undefined): Readonly<Record<string, Value | undefined>> {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}
