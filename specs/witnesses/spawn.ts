import type { Message } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consumerPhases, initializationParameters, type ConsumerPhase } from '../tables/provider.ts';
import { NO_TIME, type Nanos } from '../value.ts';
import { answered, onProvider, witness, type Watch, type Witness } from '../witness.ts';

const LIFE = 'ADR-019';
const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

/** When a consumer is launched, and messages about it around that time. */
export const SPAWN_WITNESSES: readonly Witness[] = [
  witness(
    'launched-at-spawn-time',
    LIFE,
    'A consumer was launched in a block whose time is exactly its spawn time.',
    onProvider((event) => launched(event).some((id) => spawnTime(event, id) === event.block.time)),
  ),
  witness(
    'spawn-time-in-the-past',
    LIFE,
    'A launch was scheduled for a time in the past.',
    onProvider((event) =>
      changesOf(event, initializationParameters).some(
        ({ row }) => row !== undefined && row.spawn_time !== NO_TIME && row.spawn_time < event.block.time,
      ),
    ),
  ),
  witness(
    'spawn-time-of-the-block',
    LIFE,
    'A launch was scheduled for exactly the time of the block.',
    onProvider((event) =>
      changesOf(event, initializationParameters).some(({ row }) => row?.spawn_time === event.block.time),
    ),
  ),
  turned(
    'launch-scheduled-later',
    'A registered consumer without a spawn time got one.',
    'CONSUMER_PHASE_REGISTERED',
    'CONSUMER_PHASE_INITIALIZED',
  ),
  moved('launch-moved-earlier', 'A scheduled launch was moved to an earlier time.', (before, now) => now < before),
  moved('launch-moved-later', 'A scheduled launch was moved to a later time.', (before, now) => now > before),
  witness(
    'updated-as-it-launches',
    LIFE,
    'The owner updated a consumer in the block that launched it.',
    onProvider((event) => {
      const ids = launched(event);
      return (
        ids.length > 0 &&
        answered(
          event,
          UPDATE,
          ({ code }, { consumer_id: id }) => code === 0 && typeof id === 'string' && ids.includes(id),
        )
      );
    }),
  ),
  witness(
    'opted-in-as-it-launches',
    'ADR-015',
    'A validator opted in to a consumer in the block that launched it.',
    onProvider((event) => {
      const ids = launched(event);
      return (
        ids.length > 0 && answered(event, OPT_IN, ({ code }, message) => code === 0 && ids.includes(idIn(message)))
      );
    }),
  ),
  turned(
    'stopped-as-it-launches',
    'The owner stopped a consumer in the block that launched it.',
    'CONSUMER_PHASE_INITIALIZED',
    'CONSUMER_PHASE_STOPPED',
  ),
  witness(
    'initialization-after-launch-refused',
    LIFE,
    'A change of the initialization parameters was refused after the launch.',
    onProvider((event) =>
      answered(event, UPDATE, ({ codespace, code }, message) => {
        const { consumer_id: id, initialization_parameters: parameters } = message;
        const isRefused = codespace === 'provider' && code === 45 && parameters !== null && parameters !== undefined;
        return isRefused && typeof id === 'string' && event.view.row(consumerPhases, id) === 'CONSUMER_PHASE_LAUNCHED';
      }),
    ),
  ),
];

function launched(event: BlockEvent): readonly string[] {
  return changesOf(event, consumerPhases).flatMap(({ key, row }) => (row === 'CONSUMER_PHASE_LAUNCHED' ? [key] : []));
}

function spawnTime({ view }: BlockEvent, consumer: string): Nanos | undefined {
  return view.row(initializationParameters, consumer)?.spawn_time;
}

function idIn({ consumer_id: id }: Message): string {
  return typeof id === 'string' ? id : '';
}

/** Watches for a consumer that changes from one phase to another in one block. */
function turned(name: string, describes: string, from: ConsumerPhase, to: ConsumerPhase): Witness {
  return { name, source: LIFE, describes, watch: () => watchPhases(from, to) };
}

function watchPhases(from: ConsumerPhase, to: ConsumerPhase): Watch {
  const known = new Map<string, ConsumerPhase | undefined>();
  return {
    sees: onProvider((event) => {
      let isTurned = false;
      for (const { key, row } of changesOf(event, consumerPhases)) {
        isTurned ||= row === to && known.get(key) === from;
        known.set(key, row);
      }
      return isTurned;
    }),
  };
}

function moved(name: string, describes: string, holds: (before: Nanos, now: Nanos) => boolean): Witness {
  return { name, source: LIFE, describes, watch: () => watchMoves(holds) };
}

/** Watches changes of the spawn time of each consumer. */
function watchMoves(holds: (before: Nanos, now: Nanos) => boolean): Watch {
  const known = new Map<string, Nanos>();
  return {
    sees: onProvider((event) => {
      let isMoved = false;
      for (const { key, row } of changesOf(event, initializationParameters)) {
        const before = known.get(key) ?? NO_TIME;
        const now = row?.spawn_time ?? NO_TIME;
        known.set(key, now);
        isMoved ||= before !== NO_TIME && now !== NO_TIME && holds(before, now);
      }
      return isMoved;
    }),
  };
}
