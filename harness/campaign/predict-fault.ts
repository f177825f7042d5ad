import { setImmediate } from 'node:timers/promises';
import type { ChainName } from '../../specs/block.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import type { Step } from '../../model/chain.ts';
import { ModelRun, ModelRunError } from '../../traces/simulate/model-run.ts';
import { setupOf } from '../../traces/format/trace.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { compare, type Side } from '../compare/compare.ts';
import { compareStates } from '../compare/compare-rows.ts';
import type { Difference } from '../compare/difference.ts';
import type { Finding } from '../follow/outcome.ts';

/** What the model predicts of a chain in one block, or as it starts. */
export interface PredictedStep {
  readonly chain: ChainName;
  readonly step: Step;
}

/** What a planted fault touches in a trace: where the model with it first differs from the model without it. */
export interface TouchedByFault {
  readonly chain: ChainName;
  readonly differences: readonly Difference[];
}

/**
 * All that a model predicts of a trace, in its order. Other work goes on between two actions. Throws a `ModelRunError`,
 * and the reason of `signal` when it is aborted.
 */
export async function predictTrace(trace: Trace, model: WorldModel, signal?: AbortSignal): Promise<PredictedStep[]> {
  const steps: PredictedStep[] = [];
  const run = new ModelRun(setupOf(trace), model, ({ chain }, step) => steps.push({ chain, step }));
  for (const action of trace.actions) {
    await setImmediate();
    signal?.throwIfAborted();
    run.apply(action);
  }
  return steps;
}

/**
 * Where a mutated model first differs from what the right one predicts of a trace; `undefined` when it does not. Other
 * work goes on between two actions. Throws the reason of `signal` when it is aborted.
 */
export async function touchedByFault(
  trace: Trace,
  mutated: WorldModel,
  right: readonly PredictedStep[],
  signal?: AbortSignal,
): Promise<TouchedByFault | undefined> {
  let touched: TouchedByFault | undefined;
  let at = 0;
  const starting = new Set<ChainName>();
  const see = (chain: ChainName, step: Step, isStart: boolean): void => {
    const other = right[at++];
    if (touched !== undefined || other === undefined || !isSamePlace({ chain, step }, other)) return;
    const differences = isStart
      ? compare(withoutChanges(sideOf(step)), withoutChanges(sideOf(other.step)))
      : compare(sideOf(step), sideOf(other.step));
    // A program commits what it starts with in its first block, so a run compares the whole state there.
    if (!isStart && starting.delete(chain))
      differences.push(...compareStates(step.chain.state, other.step.chain.state));
    if (isStart) starting.add(chain);
    if (differences.length > 0) touched = { chain, differences };
  };
  try {
    const run = new ModelRun(setupOf(trace), mutated, ({ chain, kind }, step) => see(chain, step, kind !== 'block'));
    for (const action of trace.actions) {
      if (touched !== undefined) break;
      await setImmediate();
      signal?.throwIfAborted();
      run.apply(action);
    }
  } catch (error) {
    // A model that breaks down predicts nothing.
    if (!(error instanceof ModelRunError)) throw error;
  }
  return touched;
}

/** Whether a finding is about what a fault touches: a difference of the same kind, in the same table or the like. */
export function concerns(finding: Finding, { chain, differences }: TouchedByFault): boolean {
  if (finding.kind !== 'difference' || finding.place.chain !== chain) return false;
  const subjects = new Set(differences.map(subjectOf));
  return finding.differences.some((difference) => subjects.has(subjectOf(difference)));
}

function subjectOf({ kind, path }: Difference): string {
  return `${kind} ${path[0]}`;
}

function isSamePlace(mine: PredictedStep, theirs: PredictedStep): boolean {
  return mine.chain === theirs.chain && mine.step.observation.height === theirs.step.observation.height;
}

function withoutChanges({ observation, rows }: Side): Side {
  return { observation: { ...observation, changes: [] }, rows };
}

function sideOf({ observation, chain }: Step): Side {
  return { observation, rows: chain.state };
}
