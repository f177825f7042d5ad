import type { ShrinkReport } from '../../specs/generated/report.ts';
import type { Shrunk } from '../../traces/shrink/shrink.ts';
import type { Finding } from '../follow/outcome.ts';
import { findingData } from './finding-data.ts';
import { REPORT_VERSION } from './report-version.ts';

/** What a report on a minimized trace is made of. */
export interface ShrinkParts {
  readonly release: ShrinkReport['release'];
  readonly core: Pick<Shrunk, 'trace' | 'tries' | 'complete'>;
  /** What the trace shows. */
  readonly finding: Finding;
  /** How many of its actions do nothing. */
  readonly leftOutActions: number;
  /** Where it was written to. */
  readonly file: string;
  /** The command that runs it. */
  readonly again: string;
}

/** The result of minimizing a trace as plain data of the report schema. */
export function shrinkReportOf({ release, core, leftOutActions, finding, file, again }: ShrinkParts): ShrinkReport {
  const { trace, tries, complete } = core;
  return {
    ...REPORT_VERSION,
    report: 'shrink',
    verdict: 'diverges',
    release,
    file,
    actions: trace.actions.length,
    leftOutActions,
    tries,
    complete,
    finding: findingData(finding, {
      trace: trace.name ?? file,
      file,
      again,
      step: trace.actions[finding.place.action],
    }),
  };
}
