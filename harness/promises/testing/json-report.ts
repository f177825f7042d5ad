import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyReport, Report } from '../../../specs/generated/report.ts';
import { validateReport } from '../../report/validate-report.ts';

/** What a command said. */
interface Said {
  readonly out: string;
  readonly err: string;
}

/** The last line that a command wrote, as the report of a run that it must be. */
export function reportIn(said: Said): Report {
  return runOnly(anyReportIn(said));
}

/** The last line that a command wrote, as the report that it must be. */
export function anyReportIn({ out, err }: Said): AnyReport {
  const data: unknown = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  try {
    return validateReport(data);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}\n${err}`, { cause: error });
  }
}

/** The `report.json` in a folder of results. */
export function reportFile(folder: string): Report {
  return runOnly(validateReport(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))));
}

function runOnly(report: AnyReport): Report {
  if (report.report === 'agree' || report.report === 'shrink') throw new Error(`a report of ${report.report}`);
  return report;
}
