import type { AgreementReport, ReportAgreement } from '../../specs/generated/report.ts';
import type { Agreement, AgreementVerdict } from '../agreement/agree.ts';
import { REPORT_VERSION } from './report-version.ts';

/** What a report on both engines is made of. */
export interface AgreementParts {
  readonly verdict: AgreementVerdict;
  /** How many traces came to each. */
  readonly counts: Readonly<Record<Agreement['kind'], number>>;
  readonly release: AgreementReport['release'];
  /** The command that repeats the run. */
  readonly command: string;
  readonly agreements: readonly { readonly name: string; readonly agreement: Agreement }[];
  /** The names of the traces that were not run. */
  readonly leftOut: readonly string[];
}

/** The result of running traces on both engines as plain data of the report schema. */
export function agreementReportOf({ agreements, ...parts }: AgreementParts): AgreementReport {
  const traces = agreements.map(({ name, agreement }) => entryOf(name, agreement));
  return { ...REPORT_VERSION, report: 'agree', ...parts, traces };
}

function entryOf(name: string, agreement: Agreement): ReportAgreement {
  switch (agreement.kind) {
    case 'agrees':
      return { name, kind: agreement.kind, excused: agreement.excused };
    case 'parted':
      return { name, kind: agreement.kind, why: agreement.where };
    case 'disagrees':
    case 'unclear':
      return { name, kind: agreement.kind, why: agreement.text };
  }
}
