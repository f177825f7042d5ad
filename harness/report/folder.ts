import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../specs/generated/report.ts';
import { traceText } from '../../traces/file.ts';
import type { TraceRun } from '../campaign/campaign.ts';
import { fileError } from '../setup-error.ts';
import { fileNameOf } from './file-name.ts';
import { findingText, summaryOf } from './summary.ts';

/**
 * Writes `report.json`, `summary.txt` and, under `traces/`, each trace with a finding and what was found.
 * Throws a `SetupError` when the disk is full or the folder cannot be written.
 */
export function writeResults(folder: string, report: Report, runs: readonly TraceRun[]): void {
  try {
    mkdirSync(join(folder, 'traces'), { recursive: true });
    writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(folder, 'summary.txt'), `${summaryOf(report)}\n`);
    for (const { name, trace, outcome } of runs) {
      const { finding } = outcome;
      if (finding === undefined) continue;
      const base = join(folder, 'traces', fileNameOf(name));
      writeFileSync(`${base}.json`, traceText(trace));
      const described = report.findings.find((known) => known.trace === name);
      const log = 'log' in finding && finding.log !== '' ? `\n\nThe last lines of the program:\n${finding.log}` : '';
      writeFileSync(`${base}.txt`, `${described === undefined ? finding.text : findingText(described)}${log}\n`);
    }
  } catch (error) {
    throw fileError(error, folder);
  }
}
