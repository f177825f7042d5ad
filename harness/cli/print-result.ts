import type { Report } from '../../specs/generated/report.ts';
import { summaryOf } from '../report/summary.ts';

/** Prints how a run ended: for a person, and with `json` for a machine as the last line. */
export function printResult({ report, folder, json }: { report: Report; folder: string; json: boolean }): void {
  const text = `${summaryOf(report)}\n\nresults        ${folder}\nagain          ${report.command}`;
  // Standard output is the machine's when it asks for JSON.
  if (json) {
    console.error(text);
    console.log(JSON.stringify(report));
  } else console.log(text);
}
