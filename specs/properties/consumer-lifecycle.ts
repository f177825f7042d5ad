import { SINGLETON } from '../key.ts';
import type { RowView } from '../rows.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import type { Table } from '../table.ts';
import {
  consumerClients,
  consumerGenesis,
  consumerKeys,
  consumerPhases,
  consumerToChannel,
  consumerValidators,
  initializationParameters,
  minimumPowerInTopN,
  optedIn,
  pendingVscs,
  removalQueue,
  slashAcks,
  type ConsumerPhase,
} from '../tables/provider.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import type { Nanos } from '../value.ts';

/** The phases of a consumer and the changes between them (ADR-019, ADR-018). */
export const consumerLifecycle: ExecutableProperty = {
  name: 'consumer-lifecycle',
  statement:
    'A consumer is registered, initialized, launched, stopped and deleted. It is launched with at least one validator ' +
    'and not before its spawn time. It is deleted in the first block after the unbonding period of the provider, with ' +
    'all its validator data.',
  kind: 'safety and liveness',
  group: 'validator-set',
  source: 'ADR-019 §Phases of a consumer chain; ADR-018',
  touches: { provider: [consumerPhases.name, initializationParameters.name, removalQueue.name] },
  status: 'executable',
  monitor,
};

type Place = ConsumerPhase | 'CONSUMER_PHASE_NONE';

/** The phases that a phase can change to within one block, which starts with launches and deletions before its messages. */
const NEXT: Readonly<Partial<Record<Place, readonly ConsumerPhase[]>>> = {
  CONSUMER_PHASE_NONE: ['CONSUMER_PHASE_REGISTERED', 'CONSUMER_PHASE_INITIALIZED'],
  CONSUMER_PHASE_REGISTERED: ['CONSUMER_PHASE_INITIALIZED'],
  CONSUMER_PHASE_INITIALIZED: ['CONSUMER_PHASE_REGISTERED', 'CONSUMER_PHASE_LAUNCHED', 'CONSUMER_PHASE_STOPPED'],
  CONSUMER_PHASE_LAUNCHED: ['CONSUMER_PHASE_STOPPED'],
  CONSUMER_PHASE_STOPPED: ['CONSUMER_PHASE_DELETED'],
};

/** How many consumers a block deletes at most. */
const DELETIONS = 200;

/** The times between which a stopped consumer must be deleted. They differ if the block that stops it changes the period. */
interface Due {
  readonly from: Nanos;
  readonly to: Nanos;
}

function monitor(): PropertyMonitor {
  const phases = new Map<string, ConsumerPhase>();
  const stopped = new Map<string, Due>();
  let period: Nanos | undefined;
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      const now = event.view.row(stakingParams, SINGLETON)?.unbonding_time ?? 0n;
      const before = period ?? now;
      period = now;
      const { time } = event.block;
      let deleted = 0;
      for (const { key, row } of changesOf(event, consumerPhases)) {
        const wrong = wrongTurn(event, key, phases.get(key), row);
        if (wrong !== undefined) return wrong;
        if (row === undefined) continue;
        phases.set(key, row);
        if (row === 'CONSUMER_PHASE_STOPPED') {
          stopped.set(key, { from: time + least(before, now), to: time + most(before, now) });
        }
        if (row !== 'CONSUMER_PHASE_DELETED') continue;
        deleted += 1;
        const due = stopped.get(key);
        stopped.delete(key);
        if (due !== undefined && time < due.from) return violation(event, `consumer ${key} is deleted too early`);
        const left = leftOf(event.view, key);
        if (left !== undefined) return violation(event, `consumer ${key} is deleted; however it is still in ${left}`);
      }
      const late = [...stopped].find(([, { to }]) => time >= to);
      return late === undefined || deleted >= DELETIONS
        ? undefined
        : violation(
            event,
            `the unbonding period since consumer ${late[0]} was stopped is over; however it is not deleted`,
          );
    },
  };
}

function wrongTurn(
  event: BlockEvent,
  consumer: string,
  before: ConsumerPhase | undefined,
  after: ConsumerPhase | undefined,
): Violation | undefined {
  const place = before ?? 'CONSUMER_PHASE_NONE';
  if (after === undefined || NEXT[place]?.includes(after) !== true) {
    return violation(event, `consumer ${consumer} was in ${place}; however it changed to ${after ?? 'no phase'}`);
  }
  const isLaunch = place === 'CONSUMER_PHASE_INITIALIZED' && after !== 'CONSUMER_PHASE_REGISTERED';
  if (!isLaunch) return undefined;
  const spawn = event.view.row(initializationParameters, consumer)?.spawn_time;
  if (spawn === undefined || spawn > event.block.time) {
    return violation(event, `consumer ${consumer} was launched; however its spawn time has not passed`);
  }
  const members = event.view.row(consumerGenesis, consumer)?.provider.initial_val_set.length ?? 0;
  return members > 0 ? undefined : violation(event, `consumer ${consumer} was launched; however it has no validators`);
}

/** Tables by consumer, and tables by consumer and validator. */
const GONE: readonly Table[] = [
  consumerClients,
  consumerToChannel,
  consumerGenesis,
  minimumPowerInTopN,
  pendingVscs,
  slashAcks,
];
const GONE_BY_VALIDATOR: readonly Table[] = [consumerValidators, optedIn, consumerKeys];

/** A table that still has rows of the consumer. */
function leftOf(view: RowView, consumer: string): string | undefined {
  const alone = GONE.find((table) => view.row(table, consumer) !== undefined);
  if (alone !== undefined) return alone.name;
  return GONE_BY_VALIDATOR.find((table) => [...view.rows(table)].some(([key]) => key.startsWith(`${consumer}/`)))?.name;
}

function least(a: Nanos, b: Nanos): Nanos {
  return a < b ? a : b;
}

function most(a: Nanos, b: Nanos): Nanos {
  return a < b ? b : a;
}
