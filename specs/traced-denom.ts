import { hash } from 'node:crypto';
import type { Packet } from './block.ts';
import type { HopRow } from './tables/transfer.ts';
import type { Hex } from './value.ts';

/** A denomination with its hops, the newest first (ICS-20 §Data Structures). */
export interface TracedDenom {
  readonly base: string;
  readonly trace: readonly HopRow[];
}

/** The prefix of every voucher's name. */
export const VOUCHER = 'ibc/';
const CHANNEL = /^channel-\d{1,20}$/u;

/** Parses a path: pairs of a port and a channel, then the base denomination. */
export function readPath(path: string): TracedDenom {
  const parts = path.split('/');
  const trace: HopRow[] = [];
  // A path of only two parts is a base denomination.
  if (parts.length === 2) return { base: path, trace };
  while (CHANNEL.test(parts[1] ?? '')) {
    const [port_id = '', channel_id = ''] = parts.splice(0, 2);
    trace.push({ port_id, channel_id });
  }
  return { base: parts.join('/'), trace };
}

/** The full path: the hops, then the base denomination. */
export function pathOfDenom({ base, trace }: TracedDenom): string {
  return [...trace.map(({ port_id, channel_id }) => `${port_id}/${channel_id}`), base].join('/');
}

/** The name of a denomination on the chain that stores its hops: the name of a voucher contains the hash of its path. */
export function nameOfDenom(denom: TracedDenom): string {
  return denom.trace.length === 0 ? denom.base : `${VOUCHER}${hashOfDenom(denom).toUpperCase()}`;
}

/** The denomination with one more hop. */
export function withHop(denom: TracedDenom, hop: HopRow): TracedDenom {
  return { base: denom.base, trace: [hop, ...denom.trace] };
}

/** The denomination without its newest hop, as its sender names it when it is sent back. */
export function withoutHop({ base, trace }: TracedDenom): TracedDenom {
  return { base, trace: trace.slice(1) };
}

/** Whether the newest hop is this channel, so that sending over it returns the denomination. */
export function cameOver({ trace: [newest] }: TracedDenom, port: string, channel: string): boolean {
  return newest !== undefined && newest.port_id === port && newest.channel_id === channel;
}

/** The denomination that a packet brings, as the receiver names it: returned by one hop, or with one more. */
export function arrivingDenom(packet: Packet, path: string): { readonly denom: TracedDenom; readonly isHome: boolean } {
  const { source_port, source_channel, destination_port, destination_channel } = packet;
  const denom = readPath(path);
  const isHome = cameOver(denom, source_port, source_channel);
  const hop = { port_id: destination_port, channel_id: destination_channel };
  return { denom: isHome ? withoutHop(denom) : withHop(denom, hop), isHome };
}

/** The hash in the name of a voucher. */
export function hashOfDenom(denom: TracedDenom): Hex {
  return hash('sha256', pathOfDenom(denom), 'hex');
}
