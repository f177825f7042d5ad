import type { Block, ChainName, Observation } from '../../specs/block.ts';
import { consumerPhases } from '../../specs/tables/provider/consumers.ts';

/** What is relayed as often as there is something to relay, which depends on when blocks were made. */
const RELAYED: ReadonlySet<string> = new Set([
  '/ibc.core.client.v1.MsgUpdateClient',
  '/ibc.core.channel.v1.MsgRecvPacket',
  '/ibc.core.channel.v1.MsgAcknowledgement',
]);

/**
 * The course that a trace takes: on each chain the messages that succeed, and on the provider the phases that consumers
 * reach and the answers to what they report, each in their order. What fails is not part of it: real nodes refuse it
 * before it gets into a block.
 */
export interface Course {
  take(chain: ChainName, block: Block, observation: Observation): void;
  /** What happened, in its order, by where it happened. */
  readonly events: ReadonlyMap<string, readonly string[]>;
}

/** Begins a course. */
export function beginCourse(): Course {
  const events = new Map<string, string[]>();
  const add = (place: string, more: readonly string[]): void =>
    void events.set(place, [...(events.get(place) ?? []), ...more]);
  return {
    events,
    take(chain, { txs }, { txResults, changes, writtenAcks }) {
      const done = txs
        .filter((_, i) => txResults[i]?.code === 0)
        .flatMap((tx) => tx.messages.map((message) => message['@type']))
        .filter((type) => !RELAYED.has(type));
      add(chain, done);
      if (chain !== 'provider') return;
      const phases = changes.filter(({ table }) => table === consumerPhases.name);
      add(
        'the phases',
        phases.flatMap(({ key, row }) => (typeof row === 'string' ? [`${row} of consumer ${key}`] : [])),
      );
      const answers = writtenAcks.filter(({ packet }) => packet.destination_port === 'provider');
      add(
        'the answers',
        answers.map(({ acknowledgement }) => acknowledgement),
      );
    },
  };
}

/** Where two courses part: the first that happened in one of them alone; `undefined` when they are the same. */
export function parting({ events: mine }: Course, { events: theirs }: Course): string | undefined {
  for (const place of new Set([...mine.keys(), ...theirs.keys()])) {
    const [a, b] = [mine.get(place), theirs.get(place)];
    if (a === undefined || b === undefined) return `${place} starts on one engine alone`;
    const at = Array.from({ length: Math.max(a.length, b.length) }).findIndex((_, i) => a[i] !== b[i]);
    if (at !== -1) return `${place}: ${a[at] ?? 'nothing'} on one engine, ${b[at] ?? 'nothing'} on the other`;
  }
  return undefined;
}
