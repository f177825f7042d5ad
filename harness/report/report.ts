import type { Report, ReportFinding, ReportProgram } from '../../specs/generated/report.ts';
import { pathText } from '../compare/difference.ts';
import type { CampaignResult, TraceRun } from '../campaign/campaign.ts';
import type { Finding } from '../campaign/outcome.ts';
import { testedModules } from '../releases/build-info.ts';
import type { Program } from '../releases/program.ts';
import { fileNameOf } from './file-name.ts';

export interface ReportParts {
  readonly result: Omit<CampaignResult, 'canary'> & { readonly canary: CampaignResult['canary'] | null };
  readonly seed: number;
  readonly release: Report['release'];
  readonly programs: readonly Program[];
  /** The command that repeats the run. */
  readonly command: string;
  /** How long it took, in seconds. */
  readonly seconds: number;
}

/** The result of a run as plain data of the report schema. */
export function reportOf({ result, seed, release, programs, command, seconds }: ReportParts): Report {
  const { verdict, traces, steps, blocks, discrepancies, inconclusive, interrupted, canary, ignored, digest } = result;
  const outcomes = result.runs.map(({ outcome }) => outcome);
  const total = sum(outcomes.map(({ totalTime }) => totalTime));
  return {
    lockstep: 1,
    verdict,
    seed,
    release,
    programs: programs.map(programOf),
    command,
    traces,
    steps,
    blocks,
    discrepancies,
    inconclusive,
    interrupted,
    canary,
    witnesses: result.reached,
    neverReached: result.neverReached,
    deviations: counts(outcomes.flatMap(({ deviations }) => deviations)),
    ignored,
    digest,
    findings: result.runs.flatMap(findingOf),
    speed: {
      seconds,
      stepsPerSecond: seconds === 0 ? 0 : steps / seconds,
      medianStepMs: median(outcomes.flatMap(({ stepTimes }) => stepTimes)),
      programShare: total === 0 ? 0 : sum(outcomes.map(({ programTime }) => programTime)) / total,
    },
  };
}

function programOf({ role, sha256, buildInfo }: Program): ReportProgram {
  return { role, sha256, go: buildInfo.go, modules: testedModules(buildInfo) };
}

function findingOf({ name, outcome }: TraceRun): ReportFinding[] {
  const { finding } = outcome;
  if (finding === undefined) return [];
  const { place, kind, text } = finding;
  return [
    {
      trace: name,
      kind,
      chain: place.chain,
      height: Number(place.height),
      action: place.action,
      text,
      paths: pathsOf(finding),
      file: `traces/${fileNameOf(name)}.json`,
    },
  ];
}

function pathsOf(finding: Finding): string[] {
  if (finding.kind === 'difference') return finding.differences.map(pathText);
  if (finding.kind === 'unknown-write') return finding.writes.map(({ store, key }) => `${store}/${key}`);
  return finding.kind === 'property' ? [finding.property] : [];
}

function counts(names: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const name of names) counted[name] = (counted[name] ?? 0) + 1;
  return counted;
}

/** The middle of a list of numbers, 0 of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
