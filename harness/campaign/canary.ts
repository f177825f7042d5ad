import type { Trace } from '../../specs/generated/trace.ts';
import type { Fault } from '../../model/faults/fault.ts';
import { faultsOf } from '../../model/faults/index.ts';
import { storedTrace } from '../../traces/corpus.ts';
import type { CampaignParts } from './campaign.ts';
import { runTrace } from './run-trace.ts';

/** Whether a campaign that must find something finds it. */
export interface Canary {
  /** The name of the fault that the model was given. */
  readonly fault: string;
  readonly found: boolean;
  /** How many traces it took. */
  readonly traces: number;
}

/** What of a campaign its canary needs. */
export type CanaryParts = Pick<CampaignParts, 'random' | 'rigs' | 'model' | 'seed' | 'signal'>;

/** No fault may hide from more traces than that. */
const MOST_TRACES = 12;

/**
 * Gives the model the fault that the seed chooses and runs traces until it is found: first the one that is known to
 * show it, so that a campaign need not wait, then those of the campaign.
 */
export async function runCanary({ random, rigs, model, seed, signal }: CanaryParts): Promise<Canary> {
  const faults = faultsOf(model.features.consumer).filter(
    ({ shownBy }) => rigs.limits?.isShort(storedTrace(shownBy)) ?? true,
  );
  const fault = faults[seed % faults.length];
  if (fault === undefined) throw new Error('there is no fault to give the model');
  const bent = { ...model, bend: fault.bend };
  let tried = 0;
  for (const wanted of tracesFor(fault, random)) {
    if (signal.aborted || tried === MOST_TRACES) break;
    tried++;
    const trace = rigs.limits?.fit(wanted) ?? wanted;
    const { verdict } = await runTrace(trace, rigs.rig(trace), { model: bent, signal });
    if (verdict === 'diverges') return { fault: fault.name, found: true, traces: tried };
  }
  return { fault: fault.name, found: false, traces: tried };
}

function* tracesFor({ shownBy }: Fault, random: CanaryParts['random']): Generator<Trace> {
  yield storedTrace(shownBy);
  for (const named of random()) if (named !== undefined) yield named.trace;
}
