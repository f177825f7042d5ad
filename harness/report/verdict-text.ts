import { DEVIATIONS } from '../../specs/deviations/index.ts';
import type { Report } from '../../specs/generated/report.ts';

/**
 * Why a report has its verdict, in a few words, how much of the corpus stands behind it, and what would mislead if it
 * were left out.
 */
export function explainVerdict(report: Report): string {
  return verdictReason(report) + leftOutNote(report) + remarksOf(report).join('');
}

function verdictReason(report: Report): string {
  switch (report.verdict) {
    case 'conforms':
      return `the model and the chains agreed on everything that was compared${corpusNote(report)}`;
    case 'diverges':
      return `the chain is wrong, or the model is${corpusNote(report)}`;
    case 'inconclusive':
      return `${whyInconclusive(report)}${corpusNote(report)}`;
  }
}

/** A trace of which a part did nothing shows less than it says; most random traces have such a part. */
function leftOutNote({ report, steps, leftOutActions }: Report): string {
  if (report !== 'replay' || leftOutActions === null || leftOutActions.number === 0) return '';
  return `; ${leftOutActions.number} of ${steps} actions did nothing`;
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
  if (log !== undefined) return 'Lockstep could not tell; everything compared before that agreed';
  if (inconclusive > 0) return `Lockstep could not tell for ${inconclusive} traces`;
  if (traces === 0) return interrupted ? 'interrupted before the first trace ended' : 'no trace was run';
  if (interrupted) return `interrupted; the ${traces} traces before that agreed`;
  if (canary !== null && !canary.found)
    return 'the canary was not found: a fault planted in the model, or no random trace showed one';
  return shortfall(report) ?? 'Lockstep could not tell';
}

/** What a campaign was asked to reach and did not. */
function shortfall({ goals, witnesses }: Report): string | undefined {
  if (goals === null) return undefined;
  const missed = goals.require.filter((name) => witnesses[name] === undefined);
  if (missed.length > 0) return `did not reach the witnesses that --require names: ${missed.join(', ')}`;
  const reached = Object.keys(witnesses).length;
  if (reached >= goals.minWitnesses) return undefined;
  return `reached ${reached} witnesses; --min-witnesses requires ${goals.minWitnesses}`;
}

/** Nothing for a campaign that ran all of the corpus, and for a single trace or a log. */
function corpusNote({ corpus, goals }: Report): string {
  if (goals === null) return '';
  if (corpus === null) return ' (random traces only; --no-corpus skipped the stored ones)';
  return corpus.ran === corpus.of ? '' : ` (${corpus.ran} of ${corpus.of} stored traces ran)`;
}
