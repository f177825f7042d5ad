import {
  consumerChainIds,
  initializationParameters,
  spawnQueue,
  type InitializationParametersRow,
} from '../../../specs/tables/provider.ts';
import { NO_TIME, type Nanos } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { revisionOf } from '../../ibc/height.ts';
import { isPrelaunched, setPhase } from '../consumer.ts';
import { ensure, refuse } from '../errors.ts';
import { dequeue, enqueue } from './time-queue.ts';

/** The initialization parameters of a consumer; refuses if there are none. */
export function initializationOf({ draft }: Context, consumerId: string): InitializationParametersRow {
  return (
    draft.get(initializationParameters, consumerId) ??
    refuse('invalidState', `no initialization parameters of ${consumerId}`)
  );
}

/** Stores initialization parameters; refuses those of another revision than the chain id's. */
export function setInitialization(
  { draft }: Context,
  consumerId: string,
  parameters: InitializationParametersRow,
): void {
  const revision = revisionOf(draft.get(consumerChainIds, consumerId) ?? '');
  const fits = parameters.initial_height.revision_number === revision;
  ensure(fits, 'invalidInitialization', 'the initial height is not of the revision of the chain id');
  draft.set(initializationParameters, consumerId, parameters);
}

/**
 * Plans the launch of a consumer whose spawn time is set (ADR-019, REGISTERED to INITIALIZED), in place of the launch
 * that was planned for `previousSpawnTime`. Does nothing without a spawn time or after the launch.
 */
export function planLaunch(context: Context, consumerId: string, previousSpawnTime: Nanos): void {
  if (!isPrelaunched(context, consumerId)) return;
  const { spawn_time } = initializationOf(context, consumerId);
  if (spawn_time === NO_TIME) return;
  setPhase(context, consumerId, 'CONSUMER_PHASE_INITIALIZED');
  if (previousSpawnTime !== NO_TIME) {
    const planned = dequeue(context, spawnQueue, previousSpawnTime, consumerId);
    ensure(planned, 'invalidState', `${consumerId} was not planned to launch at ${previousSpawnTime}`);
  }
  enqueue(context, spawnQueue, spawn_time, consumerId);
}
