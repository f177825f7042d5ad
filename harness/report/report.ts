import type { Report, ReportFinding, ReportProgram } from '../../specs/generated/report.ts';
import type { CampaignResult } from '../campaign/campaign.ts';
import type { TraceRun } from '../campaign/trace-run.ts';
import { counts, sum } from '../campaign/counting.ts';
import type { Outcome } from '../follow/outcome.ts';
import { ASKED_QUERIES, queriesNotCovered } from '../observe/queries/declared-queries.ts';
import { testedModules } from '../releases/build-info.ts';
import { notCovered } from '../releases/messages.ts';
import type { NotJudged } from '../follow/watch.ts';
import type { Program } from '../releases/program.ts';
import { fileNameOf } from './file-name.ts';
import { findingData } from './finding-data.ts';
import { REPORT_VERSION } from './report-version.ts';
import { median } from './statistics.ts';

/** What was run: a campaign, or a single trace or log, which has neither corpus nor goals nor canary. */
export type ReportedResult = Omit<CampaignResult, 'corpus' | 'goals' | 'canary'> &
  Partial<Pick<CampaignResult, 'corpus' | 'goals' | 'canary'>>;

/** What a report is made of. */
export interface ReportParts {
  /** The command that it comes from. */
  readonly report: Report['report'];
  readonly result: ReportedResult;
  readonly seed: number;
  readonly release: Report['release'];
  readonly programs: readonly Program[];
  /** What was checked when it was a block log, and the line of its finding. */
  readonly log?: Omit<NonNullable<Report['log']>, 'notJudged'> & { readonly line: number };
  /** The exclusions that were in force where random traces were drawn. */
  readonly exclusions?: readonly string[];
  /** The command that repeats the run. */
  readonly command: string;
  /** The command that runs one trace again, by its file beside the report. */
  readonly replay: (file: string) => string;
  /** How long it took, in seconds. */
  readonly seconds: number;
}

/** The result of a run as plain data of the report schema. */
export function reportOf(parts: ReportParts): Report {
  const { report: kind, result, seed, release, programs, log, exclusions, command, seconds } = parts;
  const { verdict, traces, steps, blocks, discrepancies, inconclusive, interrupted, ignored, digest } = result;
  const { corpus = null, goals = null, canary = null } = result;
  const outcomes = result.runs.map(({ outcome }) => outcome);
  const notJudged: NotJudged = Object.assign({}, ...outcomes.map((outcome) => outcome.notJudged));
  const total = sum(outcomes.map(({ totalTime }) => totalTime));
  return {
    ...REPORT_VERSION,
    report: kind,
    verdict,
    seed,
    release,
    programs: programs.map(programOf),
    command,
    traces,
    steps,
    leftOutActions: leftOutIn(kind, outcomes),
    blocks,
    discrepancies,
    inconclusive,
    interrupted,
    corpus,
    goals,
    canary,
    witnesses: result.reached,
    neverReached: result.neverReached,
    notCovered: [...notCovered(programs.map(({ schema }) => schema))],
    queries: queriesOf(outcomes, programs),
    deviations: counts(outcomes.flatMap(({ deviations }) => deviations)),
    notJudged,
    exclusions: exclusions === undefined ? null : { number: exclusions.length, names: [...exclusions] },
    ignored,
    ...(log && { log: { file: log.file, cutOff: log.cutOff, missing: log.missing, notJudged: unjudgedIn(notJudged) } }),
    digest,
    findings: result.runs.flatMap((run) => findingIn(run, parts)),
    speed: {
      seconds,
      stepsPerSecond: seconds === 0 ? 0 : steps / seconds,
      medianStepMs: steps === 0 ? 0 : median(outcomes.flatMap(({ stepTimes }) => stepTimes)),
      programShare: total === 0 ? 0 : sum(outcomes.map(({ programTime }) => programTime)) / total,
    },
  };
}

function queriesOf(outcomes: readonly Outcome[], programs: readonly Program[]): Report['queries'] {
  const asked: Record<string, number> = {};
  for (const { queries } of outcomes) {
    for (const [name, times] of Object.entries(queries)) asked[name] = (asked[name] ?? 0) + times;
  }
  return {
    asked,
    neverAsked: ASKED_QUERIES.filter((name) => asked[name] === undefined),
    notCovered: [...queriesNotCovered(programs.map(({ schema }) => schema))],
  };
}

/** Of a campaign only the numbers: most random traces have actions that do nothing. */
function leftOutIn(kind: Report['report'], outcomes: readonly Outcome[]): Report['leftOutActions'] {
  if (kind === 'check') return null;
  const all = outcomes.flatMap(({ leftOut }) => leftOut ?? []);
  const actions = kind === 'run' ? [] : all.map(({ index, kind, reason }) => ({ action: index, kind, reason }));
  return { number: all.length, kinds: counts(all.map(({ kind }) => kind)), actions };
}

/** The properties that apply and could not be judged in a log. */
function unjudgedIn(notJudged: NotJudged): string[] {
  return Object.entries(notJudged).flatMap(([name, reason]) =>
    reason === 'chain-missing' || reason === 'depends-on-model' ? [name] : [],
  );
}

function programOf({ role, sha256, buildInfo, misfit }: Program): ReportProgram {
  const modules = testedModules(buildInfo);
  return { role, sha256, go: buildInfo.go, modules, ...(misfit !== undefined && { misfit }) };
}

function findingIn({ name, trace, outcome }: TraceRun, { log, replay }: ReportParts): ReportFinding[] {
  const { finding } = outcome;
  if (finding === undefined) return [];
  const step = trace.actions[finding.place.action];
  if (log !== undefined) return [findingData(finding, { trace: name, line: log.line, file: '', again: replay('') })];
  const file = `traces/${fileNameOf(name)}.json`;
  return [findingData(finding, { trace: name, step, file, again: replay(file) })];
}
