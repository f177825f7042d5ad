import type { Trace } from '../../specs/generated/trace.ts';
import { shrink, type Shrunk, type ShrinkOptions } from '../../traces/shrink/shrink.ts';
import { withActions } from '../../traces/format/trace.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import type { Finding, Outcome } from '../follow/outcome.ts';
import type { RigMaker } from './rig.ts';
import { runTrace } from './run-trace.ts';
import { sameFinding } from '../follow/same-finding.ts';

/** What a trace is shrunk with: the model that it breaks, and the programs. */
export interface ShrinkTraceOptions extends Omit<ShrinkOptions, 'endsThere'> {
  readonly model: WorldModel;
  readonly rigs: RigMaker;
}

/** The core of a trace that diverges, or what became of one that does not. */
export type ShrunkTrace =
  | { readonly kind: 'core'; readonly core: Shrunk; readonly finding: Finding }
  | { readonly kind: 'sound'; readonly outcome: Outcome };

/** Brings a trace that diverges to its core: the smallest that was found with the same finding, on the real programs. */
export async function shrinkTrace(trace: Trace, { model, rigs, ...options }: ShrinkTraceOptions): Promise<ShrunkTrace> {
  const { signal } = options;
  const run = (candidate: Trace): Promise<Outcome> => runTrace(candidate, rigs.rig(candidate), { model, signal });
  const outcome = await run(trace);
  const { verdict, finding: wanted } = outcome;
  if (verdict !== 'diverges' || wanted === undefined) return { kind: 'sound', outcome };
  const fails = async (candidate: Trace): Promise<boolean> => {
    const { finding } = await run(candidate);
    return finding !== undefined && sameFinding(finding, wanted);
  };
  // Nothing after the action that showed it belongs to the core.
  const start = withActions(trace, trace.actions.slice(0, wanted.place.action + 1));
  return { kind: 'core', core: await shrink(start, fails, { ...options, endsThere: true }), finding: wanted };
}
