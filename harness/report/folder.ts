import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../../specs/generated/report.ts';
import { traceText } from '../../traces/format/file.ts';
import type { TraceRun } from '../campaign/trace-run.ts';
import { writing } from '../write-text.ts';
import { describeFinding } from './describe-finding.ts';
import { fileNameOf } from './file-name.ts';
import { findingText, summaryOf } from './summary.ts';

const TRACES = 'traces';
const HINT = 'Name a folder that can be written with --out.';

/** Makes the folder of the results before anything is run for them. Throws a `SetupError` when it cannot be written. */
export function makeResults(folder: string): void {
  makeFolder(folder, HINT);
  makeFolder(join(folder, TRACES), HINT, folder);
}

/** Makes a folder that can be written to. Throws a `SetupError` about it, or about the folder `named`, that ends with a hint. */
export function makeFolder(folder: string, hint: string, named = folder): void {
  writing(named, hint, () => {
    makePath(resolve(folder));
    accessSync(folder, constants.W_OK);
  });
}

/**
 * Writes `report.json`, `summary.txt` and, under `traces/`, each trace with a finding and what was found.
 * Throws a `SetupError` when the disk is full or the folder cannot be written.
 */
export function writeResults(folder: string, report: Report, runs: readonly TraceRun[]): void {
  makeResults(folder);
  writing(folder, HINT, () => {
    writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(folder, 'summary.txt'), `${summaryOf(report)}\n`);
    for (const { name, trace, outcome } of runs) {
      const { finding } = outcome;
      if (finding === undefined) continue;
      const base = join(folder, TRACES, fileNameOf(name));
      writeFileSync(`${base}.json`, traceText(trace));
      const described = report.findings.find((known) => known.trace === name);
      const log = 'log' in finding && finding.log !== '' ? `\n\nThe last lines of the program:\n${finding.log}` : '';
      writeFileSync(
        `${base}.txt`,
        `${described === undefined ? describeFinding(finding) : findingText(described)}${log}\n`,
      );
    }
  });
}

/** Unlike Node's recursive way it ends where a folder cannot be made, and tells the true reason. */
function makePath(path: string): void {
  if (existsSync(path)) return;
  makePath(dirname(path));
  mkdirSync(path);
}
