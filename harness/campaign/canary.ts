import { setImmediate } from 'node:timers/promises';
import type { Fault } from '../../model/faults/fault.ts';
import { faultsOf } from '../../model/faults/index.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import { ModelRunError } from '../../traces/simulate/model-run.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { concerns, predictTrace, touchedByFault, type PredictedStep } from './predict-fault.ts';
import type { RigMaker } from './rig.ts';
import { runTrace } from './run-trace.ts';
import type { NamedTrace } from './trace-run.ts';

/** A planted fault, and whether the campaign found it. */
export interface CanaryFault {
  readonly fault: string;
  readonly found: boolean;
  /** Which of the campaign's random traces showed it, counted from 1. */
  readonly traces: number;
}

/** Whether a campaign that must find something finds it. */
export interface Canary {
  /** The first of the planted faults; empty when no trace showed one. */
  readonly fault: string;
  /** Whether there are planted faults and all of them were found. */
  readonly found: boolean;
  /** How many random traces it took until all of them had been shown. */
  readonly traces: number;
  readonly faults: readonly CanaryFault[];
}

/** The canary of a campaign that broke off before it. */
export const NO_CANARY: Canary = { fault: '', found: false, traces: 0, faults: [] };

/** What of a campaign its canary needs. */
export interface CanaryParts {
  /**
   * Begins the random traces anew. They may be endless, as the signal and the limits of the campaign end them, and yield
   * `undefined` while one is being drawn.
   */
  readonly random: () => Iterable<NamedTrace | undefined>;
  readonly rigs: RigMaker;
  readonly model: WorldModel;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** How many faults are planted, of how many that the seed chooses. */
const FAULTS = 3;
const CANDIDATES = 16;
/** In so many random traces the model looks for one that shows a candidate. */
const MOST_TRACES = 12;

/**
 * Plants faults in the model that the seed chooses, one at a time, and runs random traces of the campaign with it
 * against the programs. The model alone says which trace shows a fault, and what the fault touches there; in that trace
 * it must be found, by a difference in what it touches.
 */
export async function runCanary(parts: CanaryParts): Promise<Canary> {
  const waiting = new Set(candidates(parts));
  const faults: CanaryFault[] = [];
  let traces = 0;
  for (const named of parts.random()) {
    await setImmediate();
    if (parts.signal.aborted) break;
    if (named === undefined) continue;
    traces++;
    const right = await predicted(named.trace, parts);
    for (const fault of right === undefined ? [] : waiting) {
      if (parts.signal.aborted) break;
      const found = await findFault(fault, named.trace, right ?? [], parts);
      if (found === undefined) continue;
      waiting.delete(fault);
      faults.push({ fault: fault.name, found, traces });
      if (faults.length === FAULTS) break;
    }
    if (faults.length === FAULTS || traces === MOST_TRACES) break;
  }
  const found = faults.length > 0 && faults.every((fault) => fault.found);
  return { fault: faults[0]?.fault ?? '', found, traces, faults };
}

/**
 * Whether running a trace against the programs with a fault in the model finds the fault; `undefined` when the trace
 * does not show it.
 */
export async function findFault(
  { mutation }: Fault,
  trace: Trace,
  right: readonly PredictedStep[],
  { rigs, model, signal }: Pick<CanaryParts, 'rigs' | 'model' | 'signal'>,
): Promise<boolean | undefined> {
  const mutated = { ...model, mutation };
  const touched = await unlessAborted(signal, touchedByFault(trace, mutated, right, signal));
  if (touched === undefined) return undefined;
  const { finding } = await runTrace(trace, rigs.rig(trace), { model: mutated, signal });
  return finding !== undefined && concerns(finding, touched);
}

/** Neighbours in the list of faults are alike, so candidates are spread over it. */
function candidates({ model, seed }: CanaryParts): Fault[] {
  const faults = faultsOf(model.features.consumer);
  const stride = Math.max(1, Math.floor(faults.length / CANDIDATES));
  return Array.from({ length: CANDIDATES }, (_, i) => faults[(seed + i * stride) % faults.length]).filter(
    (fault) => fault !== undefined,
  );
}

/** What the right model says of a trace; `undefined` when it breaks down in it, which the campaign itself reports. */
async function predicted(trace: Trace, { model, signal }: CanaryParts): Promise<PredictedStep[] | undefined> {
  try {
    return await unlessAborted(signal, predictTrace(trace, model, signal));
  } catch (error) {
    if (error instanceof ModelRunError) return undefined;
    throw error;
  }
}

/** What is computed; nothing when the campaign ends before. */
async function unlessAborted<Result>(signal: AbortSignal, computed: Promise<Result>): Promise<Result | undefined> {
  try {
    return await computed;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
