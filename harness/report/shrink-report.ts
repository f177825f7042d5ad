import type { ShrinkReport } from '../../specs/generated/report.ts';
import type { Shrunk } from '../../traces/shrink.ts';
import { REPORT_VERSION } from './report-version.ts';

/** What a report on a minimized trace is made of. */
export interface ShrinkParts {
  readonly release: ShrinkReport['release'];
  readonly core: Pick<Shrunk, 'trace' | 'tries' | 'complete'>;
  /** Where it was written to. */
  readonly file: string;
}

/** The result of minimizing a trace as plain data of the report schema. */
export function shrinkReportOf({ release, core, file }: ShrinkParts): ShrinkReport {
  const { trace, tries, complete } = core;
  return {
    ...REPORT_VERSION,
    report: 'shrink',
    verdict: 'diverges',
    release,
    file,
    actions: trace.actions.length,
    tries,
    complete,
  };
}
