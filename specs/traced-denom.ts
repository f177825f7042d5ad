import { hash } from 'node:crypto';
import type { Packet } from './block.ts';
import type { HopRow } from './tables/transfer.ts';
import type { Hex } from './value.ts';

/** A denomination with the channels that it came over, the newest first (ICS-20 §Data Structures). */
export interface TracedDenom {
  readonly base: string;
  readonly trace: readonly HopRow[];
}

/** How the name of every voucher begins. */
export const VOUCHER = 'ibc/';
const CHANNEL = /^channel-\d{1,20}$/u;

/** Takes a path apart: pairs of a port and a channel, then the name on the chain that the denomination is from. */
export function readPath(path: string): TracedDenom {
  const parts = path.split('/');
  const trace: HopRow[] = [];
  // Two parts alone are a name.
  if (parts.length === 2) return { base: path, trace };
  while (CHANNEL.test(parts[1] ?? '')) {
    const [port_id = '', channel_id = ''] = parts.splice(0, 2);
    trace.push({ port_id, channel_id });
  }
  return { base: parts.join('/'), trace };
}

/** The full path: hops, then the name at home. */
export function pathOfDenom({ base, trace }: TracedDenom): string {
  return [...trace.map(({ port_id, channel_id }) => `${port_id}/${channel_id}`), base].join('/');
}

/** The name of a denomination on the chain that keeps the trace: a voucher has one made from the hash of its path. */
export function nameOfDenom(denom: TracedDenom): string {
  return denom.trace.length === 0 ? denom.base : `${VOUCHER}${hashOfDenom(denom).toUpperCase()}`;
}

/** The denomination after one more hop, or one fewer. */
export function withHop(denom: TracedDenom, hop: HopRow): TracedDenom {
  return { base: denom.base, trace: [hop, ...denom.trace] };
}

/** The denomination as its sender has it, when it came over the channel that it is sent back over. */
export function withoutHop({ base, trace }: TracedDenom): TracedDenom {
  return { base, trace: trace.slice(1) };
}

/** Whether a denomination came over this channel last, so that it goes home when it is sent over it. */
export function cameOver({ trace: [newest] }: TracedDenom, port: string, channel: string): boolean {
  return newest !== undefined && newest.port_id === port && newest.channel_id === channel;
}

/** The denomination that a packet brings, as its receiver names it: at home again, or one hop farther from it. */
export function arrivingDenom(packet: Packet, path: string): { readonly denom: TracedDenom; readonly isHome: boolean } {
  const { source_port, source_channel, destination_port, destination_channel } = packet;
  const denom = readPath(path);
  const isHome = cameOver(denom, source_port, source_channel);
  const hop = { port_id: destination_port, channel_id: destination_channel };
  return { denom: isHome ? withoutHop(denom) : withHop(denom, hop), isHome };
}

/** The hash that the name of a voucher is made from. */
export function hashOfDenom(denom: TracedDenom): Hex {
  return hash('sha256', pathOfDenom(denom), 'hex');
}
