import type { Rows } from '../../specs/rows.ts';
import type { ChainName } from '../../specs/block.ts';
import type { LogEntry } from '../../specs/generated/log.ts';
import type { Trace } from '../../specs/generated/trace.ts';
import type { Verdict } from '../../specs/verdict.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import type { Finding, Outcome } from '../follow/outcome.ts';
import type { RigMaker } from '../campaign/rig.ts';
import { namesOf } from '../follow/names.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { compareStates } from '../compare/compare-rows.ts';
import type { Difference } from '../compare/difference.ts';
import type { NameBook } from '../compare/name-book.ts';
import { atRest } from './at-rest.ts';
import { excuseOf } from './by-timing.ts';
import { beginCourse, parting, type Course } from './course.ts';
import { leadThrough } from './lead-through.ts';

/**
 * Whether two engines agree on a trace, with what came of it on real nodes.
 * - `agrees`: both verdicts are `conforms`, the blocks of the nodes lead to the same app hashes on the lockstep engine,
 *   and the final states of the trace are the same but for what follows from when blocks were made, which is excused
 * - `parted`: both verdicts are `conforms`, but the trace took another course, because something succeeds or fails at
 *   another time; so the final states cannot be compared, and the engines have not been shown to agree
 * - `disagrees`: none of these
 * - `unclear`: a run was inconclusive
 */
export type Agreement = { readonly onNodes: Outcome } & (
  | { readonly kind: 'agrees'; readonly excused: readonly string[] }
  | { readonly kind: 'parted'; readonly where: string }
  | { readonly kind: 'disagrees' | 'unclear'; readonly why: Why }
);

/** Why engines do not agree: what was found on one of them, or where two of their results differ. */
export type Why =
  | { readonly engine: 'lockstep' | 'cometbft'; readonly finding: Finding }
  | {
      /** Whose value each difference expects, and whose it observes. */
      readonly between: readonly [mine: string, theirs: string];
      readonly differences: readonly Difference[];
      readonly names: NameBook;
    };

/** What a trace, or several, says of the programs: a verdict, or that its courses parted. */
export type AgreementVerdict = Verdict | 'parted';

const VERDICTS: Readonly<Record<Agreement['kind'], AgreementVerdict>> = {
  agrees: 'conforms',
  parted: 'parted',
  disagrees: 'diverges',
  unclear: 'inconclusive',
};

/** The verdicts from the best to the worst. */
const ORDER: readonly AgreementVerdict[] = ['conforms', 'parted', 'inconclusive', 'diverges'];

/** The verdict on several traces: the worst of theirs, and inconclusive without any. */
export function verdictOn(kinds: readonly Agreement['kind'][]): AgreementVerdict {
  if (kinds.length === 0) return 'inconclusive';
  return ORDER.findLast((verdict) => kinds.some((kind) => VERDICTS[kind] === verdict)) ?? 'inconclusive';
}

/** Both engines, with the same programs, and the model of these. */
export interface Engines {
  readonly lockstep: RigMaker;
  readonly cometbft: RigMaker;
  readonly model: WorldModel;
  readonly signal: AbortSignal;
}

const NO_TABLES: Rows = new Map();

interface Ran {
  readonly outcome: Outcome;
  readonly course: Course;
  readonly states: ReadonlyMap<ChainName, Rows>;
  readonly entries: readonly LogEntry[];
}

/** Runs a trace to rest on both engines and compares. */
export async function agree(wanted: Trace, engines: Engines): Promise<Agreement> {
  const trace = atRest(wanted);
  const driven = await run(trace, engines.lockstep, engines);
  const decided = await run(trace, engines.cometbft, engines);
  const onNodes = decided.outcome;
  const names = namesOf(trace);
  for (const [engine, { outcome }] of [['lockstep', driven] as const, ['cometbft', decided] as const]) {
    const { verdict, finding } = outcome;
    if (finding === undefined) continue;
    return { kind: verdict === 'diverges' ? 'disagrees' : 'unclear', why: { engine, finding }, onNodes };
  }
  const led = await leadThrough(decided.entries, engines.lockstep.programs);
  if (led.length > 0) {
    return { kind: 'disagrees', why: { between: ['nodes', 'the harness'], differences: led, names }, onNodes };
  }
  const where = parting(driven.course, decided.course);
  if (where !== undefined) return { kind: 'parted', where, onNodes };
  const { differences, excused } = compareFinal(trace, driven.states, decided.states);
  if (differences.length > 0) {
    return { kind: 'disagrees', why: { between: ['lockstep', 'cometbft'], differences, names }, onNodes };
  }
  return { kind: 'agrees', excused, onNodes };
}

async function run(trace: Trace, rigs: RigMaker, { model, signal }: Engines): Promise<Ran> {
  const course = beginCourse();
  const entries: LogEntry[] = [];
  let states: ReadonlyMap<ChainName, Rows> = new Map();
  const outcome = await runTrace(trace, rigs.rig(trace), {
    model,
    signal,
    record: { write: (entry) => void entries.push(entry) },
    onlooker: {
      block: (chain, block, observation) => course.take(chain, block, observation),
      end: (final) => (states = final),
    },
  });
  return { outcome, course, states, entries };
}

/** Where final states differ. */
export interface FinalStates {
  readonly differences: readonly Difference[];
  /** What differs besides and cannot agree, each with why. */
  readonly excused: readonly string[];
}

/** Where the final states of two runs of a trace differ, and where only as follows from when blocks were made. */
export function compareFinal(
  trace: Trace,
  mine: ReadonlyMap<ChainName, Rows>,
  theirs: ReadonlyMap<ChainName, Rows>,
): FinalStates {
  const differences: Difference[] = [];
  const excused = new Set<string>();
  for (const chain of new Set([...mine.keys(), ...theirs.keys()])) {
    for (const difference of compareStates(mine.get(chain) ?? NO_TABLES, theirs.get(chain) ?? NO_TABLES)) {
      const excuse = excuseOf(trace, difference);
      if (excuse === undefined) differences.push(difference);
      else excused.add(excuse);
    }
  }
  return { differences, excused: [...excused].toSorted() };
}
