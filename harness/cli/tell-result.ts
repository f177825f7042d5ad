import { relative } from 'node:path';
import type { Report } from '../../specs/generated/report.ts';
import type { TraceRun } from '../campaign/trace-run.ts';
import { writeResults } from '../report/folder.ts';
import { summaryOf } from '../report/summary.ts';

interface Result {
  readonly report: Report;
  readonly runs: readonly TraceRun[];
  readonly folder: string;
  readonly json: boolean;
}

/** Writes how a run ended to its folder and prints it, also when it can't be written: then the error follows. */
export function tellResult({ report, runs, folder, json }: Result): void {
  try {
    writeResults(folder, report, runs);
  } finally {
    printResult(report, relative('.', folder) || '.', json);
  }
}

/** For a person, and with `json` for a machine as the last line. */
function printResult(report: Report, folder: string, json: boolean): void {
  const text = `${summaryOf(report)}\n\nresults        ${folder}\nagain          ${report.command}`;
  // Standard output is the machine's when it asks for JSON.
  if (json) {
    console.error(text);
    console.log(JSON.stringify(report));
  } else console.log(text);
}
