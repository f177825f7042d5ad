import { ascending } from '../../specs/order.ts';
import {
  infractionParameters,
  infractionQueue,
  queuedInfractionParameters,
  type InfractionParametersRow,
} from '../../specs/tables/provider.ts';
import { sameValue } from '../../specs/value.ts';
import type { Context } from '../context.ts';
import { Halt } from '../halt.ts';
import { refuse } from './errors.ts';
import { dequeue, enqueue, takeDue } from './lifecycle/time-queue.ts';
import { slashingParamsOf } from '../sdk/slashing/liveness.ts';
import { stakingParamsOf } from '../sdk/staking/params.ts';

/** The longest duration of Go (`math.MaxInt64` nanoseconds). */
const FOR_EVER = 2n ** 63n - 1n;

/** The default infraction parameters of a consumer (ADR-020). */
export function defaultInfractionParameters(context: Context): InfractionParametersRow {
  const { downtime_jail_duration, slash_fraction_double_sign } = slashingParamsOf(context);
  return {
    double_sign: { slash_fraction: slash_fraction_double_sign, jail_duration: FOR_EVER, tombstone: true },
    downtime: { slash_fraction: 0n, jail_duration: downtime_jail_duration, tombstone: false },
  };
}

/** How infractions on a consumer are punished; refuses if nothing is stored. */
export function infractionParametersOf({ draft }: Context, consumerId: string): InfractionParametersRow {
  return (
    draft.get(infractionParameters, consumerId) ?? refuse('invalidState', `no infraction parameters of ${consumerId}`)
  );
}

/** Queues new parameters, which take effect after the unbonding period (ADR-020). They replace queued ones. */
export function queueInfractionParameters(context: Context, consumerId: string, parameters: InfractionParametersRow) {
  cancelInfractionUpdate(context, consumerId);
  if (sameValue(infractionParametersOf(context, consumerId), parameters)) return;
  context.draft.set(queuedInfractionParameters, consumerId, parameters);
  enqueue(context, infractionQueue, context.block.time + stakingParamsOf(context).unbonding_time, consumerId);
}

/** Deletes the queued parameters. */
export function cancelInfractionUpdate(context: Context, consumerId: string): void {
  const { draft } = context;
  if (!draft.has(queuedInfractionParameters, consumerId)) return;
  draft.delete(queuedInfractionParameters, consumerId);
  const times = [...draft.entries(infractionQueue)].map(([key]) => BigInt(key)).toSorted(ascending);
  for (const time of times) if (dequeue(context, infractionQueue, time, consumerId)) return;
}

/** Applies the queued parameters that are due. */
export function updateDueInfractionParameters(context: Context): void {
  const { draft } = context;
  for (const consumerId of takeDue(context, infractionQueue)) {
    const queued = draft.get(queuedInfractionParameters, consumerId);
    if (queued === undefined)
      throw new Halt('provider/infraction-parameters-missing', `no queued infraction parameters of ${consumerId}`);
    draft.set(infractionParameters, consumerId, queued);
    draft.delete(queuedInfractionParameters, consumerId);
  }
}
