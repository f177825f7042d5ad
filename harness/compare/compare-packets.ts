import type { Packet, WrittenAck } from '../../specs/block.ts';
import type { Value } from '../../specs/value.ts';
import { compareValues } from './compare-values.ts';
import type { Difference, DifferenceKind } from './difference.ts';

/** The differences in the packets that a block sent: which, with what content, in which order (ICS-04). */
export function comparePackets(expected: readonly Packet[], observed: readonly Packet[]): Difference[] {
  return compareNamed(
    {
      place: 'sent-packets',
      missing: 'missing-packet',
      extra: 'extra-packet',
      content: 'packet',
      order: 'packet-order',
    },
    named(expected, namePacket),
    named(observed, namePacket),
  );
}

/** The differences in the acknowledgements that a block wrote: of which packets, with what bytes, in which order. */
export function compareAcks(expected: readonly WrittenAck[], observed: readonly WrittenAck[]): Difference[] {
  return compareNamed(
    { place: 'written-acks', missing: 'missing-ack', extra: 'extra-ack', content: 'ack', order: 'ack-order' },
    named(expected, nameAck),
    named(observed, nameAck),
  );
}

/** By a name, the steps of which the name is made, and the value. */
type Named = ReadonlyMap<string, { readonly steps: readonly string[]; readonly value: Value }>;
type Kinds = Readonly<Record<'missing' | 'extra' | 'content' | 'order', DifferenceKind>> & { readonly place: string };

function compareNamed(kinds: Kinds, mine: Named, theirs: Named): Difference[] {
  const differences: Difference[] = [];
  for (const [name, { steps, value }] of mine) {
    const other = theirs.get(name);
    const path = [kinds.place, ...steps];
    if (other === undefined) differences.push({ kind: kinds.missing, path, expected: value, observed: undefined });
    else differences.push(...compareValues(kinds.content, path, value, other.value));
  }
  for (const [name, { steps, value }] of theirs)
    if (!mine.has(name))
      differences.push({ kind: kinds.extra, path: [kinds.place, ...steps], expected: undefined, observed: value });
  // An order is only worth a word where the same things came.
  if (differences.every(({ kind }) => kind === kinds.content)) {
    const [order, otherOrder] = [[...mine.keys()], [...theirs.keys()]];
    differences.push(...(sameOrder(order, otherOrder) ? [] : [orderOf(kinds, order, otherOrder)]));
  }
  return differences;
}

function orderOf(kinds: Kinds, expected: readonly string[], observed: readonly string[]): Difference {
  return { kind: kinds.order, path: [kinds.place], expected, observed };
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name, i) => name === b[i]);
}

/** A packet by its port, its channel and its sequence; what comes a second time is a copy. */
function named<Item>(items: readonly Item[], name: (item: Item) => readonly [steps: string[], value: Value]): Named {
  const times = new Map<string, number>();
  const all = new Map<string, { readonly steps: readonly string[]; readonly value: Value }>();
  for (const item of items) {
    const [steps, value] = name(item);
    const base = steps.join('/');
    const time = (times.get(base) ?? 0) + 1;
    times.set(base, time);
    const copy = time === 1 ? '' : ` copy ${time}`;
    const unique = steps.map((step, i) => (i === steps.length - 1 ? `${step}${copy}` : step));
    all.set(unique.join('/'), { steps: unique, value });
  }
  return all;
}

function namePacket(packet: Packet): readonly [string[], Value] {
  return [[packet.source_port, packet.source_channel, packet.sequence.toString()], plain(packet)];
}

function nameAck({ packet, acknowledgement }: WrittenAck): readonly [string[], Value] {
  const { destination_port: port, destination_channel: channel, sequence } = packet;
  return [[port, channel, sequence.toString()], { packet: plain(packet), acknowledgement }];
}

function plain(packet: Packet): Value {
  return { ...packet, timeout_height: { ...packet.timeout_height } };
}
