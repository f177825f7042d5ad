import type { Report, ReportFinding } from '../../specs/generated/report.ts';
import { explainVerdict } from './verdict-text.ts';

const MOST_FINDINGS = 5;
const MOST_LINES = 24;
/** Names of witnesses that a campaign did not reach. `report.json` has all. */
const MOST_NAMES = 10;

/** A report for a person to read, without the folder and the command that follow it. */
export function summaryOf(report: Report): string {
  const { traces, steps, blocks, discrepancies, canary, speed, ignored, neverReached, notCovered } = report;
  const reached = Object.keys(report.witnesses).length;
  const lines = [
    ...report.programs.flatMap(({ role, misfit }) =>
      misfit === undefined ? [] : [`wrong release  the ${role}: ${misfit} (--force); differences may come of that`],
    ),
    `verdict        ${report.verdict}: ${explainVerdict(report)}`,
    `release        provider ${report.release.provider}, consumer ${report.release.consumer}`,
    ...(report.log === undefined
      ? [
          `run            ${traces} traces, ${steps} steps, ${blocks} blocks in ${speed.seconds.toFixed(1)} s` +
            ` (${speed.stepsPerSecond.toFixed(0)} steps per second, median step ${speed.medianStepMs.toFixed(1)} ms,` +
            ` ${(100 * speed.programShare).toFixed(0)} % in the programs)`,
        ]
      : logLines(report.log, report)),
    ...leftOutLines(report),
    `discrepancies  ${discrepancies}`,
    `witnesses      ${reached} of ${reached + neverReached.length} reached`,
    ...witnessLines(report),
    ...(notCovered.length === 0 ? [] : [`not covered    messages ${notCovered.join(', ')}`]),
    ...queryLines(report),
    ...(Object.keys(report.deviations).length === 0 ? [] : [`deviations     ${deviationsText(report.deviations)}`]),
    ...(report.exclusions === null ? [] : [exclusionsLine(report.exclusions)]),
    ...(canary === null ? [] : [`canary         ${canaryText(canary)}`]),
    ...notJudgedLines(report.notJudged),
    `not compared   ${ignored} store entries (listed in specs/ignored)`,
    `digest         ${report.digest}`,
  ];
  for (const finding of report.findings.slice(0, MOST_FINDINGS)) lines.push('', findingText(finding, MOST_LINES));
  const more = report.findings.length - MOST_FINDINGS;
  if (more > 0) lines.push('', `… and ${more} more findings in the report.`);
  return lines.join('\n');
}

/** The actions that did nothing, counted from 1; of a campaign how many of each kind. */
function leftOutLines({ leftOutActions, steps }: Report): string[] {
  if (leftOutActions === null || leftOutActions.number === 0) return [];
  const { number, kinds, actions } = leftOutActions;
  const most = Object.entries(kinds).toSorted(([, a], [, b]) => b - a);
  const which = actions.length === 0 ? `: ${most.map(([kind, times]) => `${kind} (${times})`).join(', ')}` : '';
  return [
    `left out       ${number} of ${steps} actions did nothing${which}`,
    ...actions.map(({ action, kind, reason }) => `               action ${action + 1}, ${kind}: ${reason}`),
  ];
}

/** How many classes of inputs were not drawn, and how to list them. */
function exclusionsLine({ number }: NonNullable<Report['exclusions']>): string {
  return `not drawn      ${number} classes of inputs (to list them: lockstep exclusions)`;
}

/** What was asked, and what never was; of a single trace nobody expects that everything is, and a log has no answers. */
function queryLines({ canary, log, queries: { asked, neverAsked, notCovered } }: Report): string[] {
  const questions = Object.values(asked).reduce((sum, times) => sum + times, 0);
  const names = Object.keys(asked).length;
  const all = names + neverAsked.length;
  return [
    `queries        ${log === undefined ? `${questions} questions, ${names} of ${all} queries` : 'none: a block log has no answers'}`,
    ...(canary === null || neverAsked.length === 0 ? [] : [`never asked    ${neverAsked.join(', ')}`]),
    ...(notCovered.length === 0 ? [] : [`not covered    queries ${notCovered.join(', ')}`]),
  ];
}

/** What a campaign did not reach, or what a single trace or a log reached. */
function witnessLines({ canary, witnesses, neverReached }: Report): string[] {
  const reached = Object.keys(witnesses);
  if (canary === null) return reached.length === 0 ? [] : [`reached        ${reached.join(', ')}`];
  if (neverReached.length === 0) return [];
  const more = neverReached.length - MOST_NAMES;
  const rest = more > 0 ? `, and ${more} more in report.json` : '';
  return [`not reached    ${neverReached.slice(0, MOST_NAMES).join(', ')}${rest}`];
}

/**
 * A finding for a person to read: the trace, the chain and its height, the action, what is wrong, and the command that
 * runs the trace again. Of a long text only the first lines, if `most` says so.
 */
export function findingText(finding: ReportFinding, most = Number.POSITIVE_INFINITY): string {
  const { trace, kind, chain, height, line, text, file, again } = finding;
  const lines = text.split('\n');
  const left = lines.length - most;
  return [
    `${TITLES[kind]} the ${line === undefined ? 'trace' : 'log'}: ${trace}`,
    `  chain    ${chain}, ${height === 0 ? 'at its start' : `block ${height}`}`,
    whenOf(finding),
    '',
    ...lines.slice(0, most).map((line) => (line === '' ? '' : `  ${line}`)),
    ...(left > 0
      ? [`  … and ${left} more lines in ${file === '' ? 'the report' : file.replace(/json$/u, 'txt')}`]
      : []),
    '',
    `  again    ${again}`,
  ].join('\n');
}

/** The action of the trace, or the line of the block log. */
function whenOf({ line, action, step }: ReportFinding): string {
  if (line !== undefined) return `  line     ${line}`;
  return `  action   ${step === null ? 'none yet' : `${action}: ${JSON.stringify(step)}`}`;
}

function logLines({ file, cutOff, missing }: NonNullable<Report['log']>, { blocks, speed }: Report): string[] {
  const parts = Object.entries(missing).map(([part, times]) => `${part} of ${times} block${times === 1 ? '' : 's'}`);
  return [
    `log            ${file}: ${blocks} blocks in ${speed.seconds.toFixed(1)} s`,
    ...(cutOff === null ? [] : [`cut off        ${cutOff}; everything before that was checked`]),
    ...(parts.length === 0
      ? []
      : [`not told       ${parts.join(', ')}: not compared, because the log does not contain it`]),
  ];
}

const TITLES: Readonly<Record<ReportFinding['kind'], string>> = {
  difference: 'The model and the chain differ in',
  property: 'The chains break a property in',
  'unknown-write': 'A chain wrote an unknown store entry in',
  halt: 'A program stopped itself in',
  inconclusive: 'Inconclusive:',
};

/** The deviations that traces ran into, those that most did first. */
function deviationsText(deviations: Report['deviations']): string {
  const counted = Object.entries(deviations).toSorted(([, a], [, b]) => b - a);
  return `${counted.length} known: ${counted.map(([name, traces]) => `${name} (${traces})`).join(', ')}`;
}

/** The properties that were not judged, a line for each reason. */
function notJudgedLines(notJudged: Report['notJudged']): string[] {
  const byReason = Map.groupBy(Object.entries(notJudged), ([, reason]) => reason);
  return [...byReason].map(([reason, properties]) => {
    const names = properties.map(([name]) => name);
    return `not judged     ${names.length} propert${names.length === 1 ? 'y' : 'ies'} (${names.join(', ')}): ${REASONS[reason]}`;
  });
}

const REASONS: Readonly<Record<Report['notJudged'][string], string>> = {
  'does-not-apply': 'does not apply to the release',
  'no-monitor': 'there is no monitor',
  'chain-missing': 'a chain is missing from the history',
  'depends-on-model': 'the log does not contain the observations, and predictions of the model prove nothing',
};

function canaryText({ faults, traces }: NonNullable<Report['canary']>): string {
  const found = faults.filter((fault) => fault.found).length;
  const places = faults.map(
    (fault) => `${fault.fault} ${fault.found ? `after ${tracesText(fault.traces)}` : 'NOT found'}`,
  );
  const count = `found ${found} of ${faults.length} planted faults`;
  return places.length === 0 ? `no planted fault shown by ${tracesText(traces)}` : `${count}: ${places.join(', ')}`;
}

function tracesText(count: number): string {
  return `${count} random trace${count === 1 ? '' : 's'}`;
}
