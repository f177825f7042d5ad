import { denoms, denomTraces, type HopRow } from '../../../specs/tables/transfer.ts';
import type { Features } from '../../../specs/feature.ts';
import type { Table } from '../../../specs/table.ts';
import type { Hex, Value } from '../../../specs/value.ts';
import { sha256 } from '../../consensus/merkle.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';

/** A denomination with the channels that it came over, the newest first (ICS-20 §Data Structures). */
export interface TracedDenom {
  readonly base: string;
  readonly trace: readonly HopRow[];
}

const VOUCHER = 'ibc/';
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
  return denom.trace.length === 0 ? denom.base : `${VOUCHER}${hashOf(denom).toUpperCase()}`;
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

/** Reads rows by table and key: a draft, or a state. */
export interface Reader {
  get<Row extends Value>(table: Table<Row>, key: string): Row | undefined;
}

/** What a chain knows of a denomination by its name; `undefined` for a voucher that it never made. */
export function knownDenom(rows: Reader, features: Features, name: string): TracedDenom | undefined {
  if (!name.startsWith(VOUCHER)) return { base: name, trace: [] };
  const hash = name.slice(VOUCHER.length).toLowerCase();
  if (features.has('ibc-denom-hops')) return rows.get(denoms, hash);
  const row = rows.get(denomTraces, hash);
  return row === undefined ? undefined : readPath(`${row.path}/${row.base_denom}`);
}

/** The same for a message, which is refused when nobody knows the voucher. */
export function denomNamed({ draft, features }: Context, name: string): TracedDenom {
  const known = knownDenom(draft, features, name);
  ensure(known !== undefined, 'denomNotFound', `nobody knows the denomination ${name}`);
  return known;
}

/** Remembers what a voucher stands for. */
export function keepDenom({ draft, features }: Context, denom: TracedDenom): void {
  const hash = hashOf(denom);
  if (features.has('ibc-denom-hops')) {
    if (!draft.has(denoms, hash)) draft.set(denoms, hash, { base: denom.base, trace: denom.trace });
  } else if (!draft.has(denomTraces, hash)) {
    const path = denom.trace.map(({ port_id, channel_id }) => `${port_id}/${channel_id}`).join('/');
    draft.set(denomTraces, hash, { path, base_denom: denom.base });
  }
}

function hashOf(denom: TracedDenom): Hex {
  return sha256(Buffer.from(pathOfDenom(denom))).toString('hex');
}
