import type { Report, ReportFinding } from '../../specs/generated/report.ts';
import { explainVerdict } from './verdict-text.ts';

const MOST_FINDINGS = 5;

/** A report for a person to read, without the folder and the command that follow it. */
export function summaryOf(report: Report): string {
  const { traces, steps, blocks, discrepancies, canary, speed, ignored, neverReached } = report;
  const reached = Object.keys(report.witnesses).length;
  const lines = [
    `verdict        ${report.verdict}: ${explainVerdict(report)}`,
    `release        provider ${report.release.provider}, consumer ${report.release.consumer}`,
    `run            ${traces} traces, ${steps} steps, ${blocks} blocks in ${speed.seconds.toFixed(1)} s` +
      ` (${speed.stepsPerSecond.toFixed(0)} steps a second, median step ${speed.medianStepMs.toFixed(1)} ms,` +
      ` ${(100 * speed.programShare).toFixed(0)} % in the programs)`,
    `discrepancies  ${discrepancies}`,
    `witnesses      ${reached} of ${reached + neverReached.length} reached`,
    ...(neverReached.length === 0 ? [] : [`not reached    ${neverReached.join(', ')}`]),
    ...(canary === null ? [] : [`canary         ${canaryText(canary)}`]),
    `not compared   ${ignored.later} entries of parts still to come, ${ignored.never} that the protocol does not decide`,
    `digest         ${report.digest}`,
  ];
  for (const finding of report.findings.slice(0, MOST_FINDINGS)) lines.push('', findingText(finding));
  const more = report.findings.length - MOST_FINDINGS;
  if (more > 0) lines.push('', `… and ${more} more findings in the report.`);
  return lines.join('\n');
}

/** A finding with its place, for a person to read. */
export function findingText({ trace, kind, chain, height, action, text }: ReportFinding): string {
  const where = `${chain} at height ${height}, action ${action} of ${trace}`;
  return `${kind}: ${where}\n${text.replace(/^/gmu, '  ')}`;
}

function canaryText({ fault, found, traces }: NonNullable<Report['canary']>): string {
  const after = `${traces} trace${traces === 1 ? '' : 's'}`;
  return found ? `found (${fault}) after ${after}` : `NOT found (${fault}) in ${after}`;
}
