import { DEVIATIONS } from '../../specs/deviations/index.ts';
import type { Report } from '../../specs/generated/report.ts';

/**
 * Why a report has its verdict, in a few words, how much of the corpus stands behind it, and what would mislead if it
 * were left out.
 */
export function explainVerdict(report: Report): string {
  return verdictReason(report) + remarksOf(report).join('');
}

function verdictReason(report: Report): string {
  switch (report.verdict) {
    case 'conforms':
      return `model and chains agreed on everything that is compared${corpusNote(report)}`;
    case 'diverges':
      return `the chain is wrong, or the model is${corpusNote(report)}`;
    case 'inconclusive':
      return `${whyInconclusive(report)}${corpusNote(report)}`;
  }
}

/** What deviations that traces ran into ask to be told with the verdict. */
function remarksOf({ deviations, traces, log }: Report): string[] {
  return DEVIATIONS.flatMap(({ name, inVerdict }) => {
    const times = deviations[name];
    if (times === undefined || inVerdict === undefined) return [];
    const where = log !== undefined || traces <= 1 ? '' : `in ${times} trace${times === 1 ? '' : 's'} `;
    return [`; ${where}${inVerdict}`];
  });
}

function whyInconclusive(report: Report): string {
  const { canary, traces, interrupted, inconclusive, log } = report;
  if (log !== undefined) return 'nobody can tell; what was compared before agreed';
  if (inconclusive > 0) return `of ${inconclusive} traces the harness could not tell`;
  if (traces === 0) return interrupted ? 'interrupted before a trace ended' : 'no trace was run';
  if (interrupted) return `interrupted: the ${traces} traces that ended before agreed`;
  if (canary !== null && !canary.found) return 'the fault put into the model on purpose was not found';
  return shortfall(report) ?? 'the harness could not tell';
}

/** What a campaign was asked to reach and did not. */
function shortfall({ goals, witnesses }: Report): string | undefined {
  if (goals === null) return undefined;
  const missed = goals.require.filter((name) => witnesses[name] === undefined);
  if (missed.length > 0) return `did not reach what --require asks for: ${missed.join(', ')}`;
  const reached = Object.keys(witnesses).length;
  if (reached >= goals.minWitnesses) return undefined;
  return `reached ${reached} witnesses, fewer than the ${goals.minWitnesses} that --min-witnesses asks for`;
}

/** Nothing for a campaign that ran all of the corpus, and for a single trace or a log. */
function corpusNote({ corpus, goals }: Report): string {
  if (goals === null) return '';
  if (corpus === null) return ' (random traces only: the stored corpus was left out)';
  return corpus.ran === corpus.of ? '' : ` (${corpus.ran} of ${corpus.of} stored traces ran)`;
}
