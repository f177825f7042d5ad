import type { Report } from '../../specs/generated/report.ts';

/** Why a report has its verdict, in a few words. */
export function explainVerdict({ verdict, canary, traces, interrupted, inconclusive, log }: Report): string {
  switch (verdict) {
    case 'conforms':
      return 'model and chains agreed on everything that is compared';
    case 'diverges':
      return 'the chain is wrong, or the model is';
    case 'inconclusive':
      if (log !== undefined) return 'nobody can tell; what was compared before agreed';
      if (inconclusive > 0) return `of ${inconclusive} traces the harness could not tell`;
      if (traces === 0) return interrupted ? 'interrupted before a trace ended' : 'no trace was run';
      if (interrupted) return `interrupted: the ${traces} traces that ended before agreed`;
      if (canary !== null && !canary.found) return 'the fault put into the model on purpose was not found';
      return 'the harness could not tell';
  }
}
