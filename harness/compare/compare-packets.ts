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
    named(expected, (packet) => [`${packet.source_port}/${packet.source_channel}/${packet.sequence}`, plain(packet)]),
    named(observed, (packet) => [`${packet.source_port}/${packet.source_channel}/${packet.sequence}`, plain(packet)]),
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

type Named = readonly (readonly [name: string, value: Value])[];
type Kinds = Readonly<Record<'missing' | 'extra' | 'content' | 'order', DifferenceKind>> & { readonly place: string };

function compareNamed(kinds: Kinds, expected: Named, observed: Named): Difference[] {
  const mine = new Map(expected);
  const theirs = new Map(observed);
  const differences: Difference[] = [];
  for (const [name, value] of mine) {
    const other = theirs.get(name);
    const path = [kinds.place, name];
    if (other === undefined) differences.push({ kind: kinds.missing, path, expected: value, observed: undefined });
    else differences.push(...compareValues(kinds.content, path, value, other));
  }
  for (const [name, value] of theirs)
    if (!mine.has(name))
      differences.push({ kind: kinds.extra, path: [kinds.place, name], expected: undefined, observed: value });
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

/** Names must be unique: what comes a second time gets a number. */
function named<Item>(items: readonly Item[], name: (item: Item) => readonly [string, Value]): Named {
  const times = new Map<string, number>();
  return items.map((item) => {
    const [base, value] = name(item);
    const time = (times.get(base) ?? 0) + 1;
    times.set(base, time);
    return [time === 1 ? base : `${base} (${time})`, value];
  });
}

function nameAck({ packet, acknowledgement }: WrittenAck): readonly [string, Value] {
  const { destination_port: port, destination_channel: channel, sequence } = packet;
  return [`${port}/${channel}/${sequence}`, { packet: plain(packet), acknowledgement }];
}

function plain(packet: Packet): Value {
  return { ...packet, timeout_height: { ...packet.timeout_height } };
}
