import type { AgreementReport, ReportAgreement } from '../../specs/generated/report.ts';
import type { Agreement, AgreementVerdict, Why } from '../agreement/agree.ts';
import { placeOf } from '../compare/place.ts';
import { describeAgreement } from './describe-agreement.ts';
import { findingData } from './finding-data.ts';
import { REPORT_VERSION } from './report-version.ts';
import { valueData } from './value-data.ts';

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
  const traces = agreements.map(({ name, agreement }) => entryOf(name, agreement, parts.command));
  return { ...REPORT_VERSION, report: 'agree', ...parts, traces };
}

function entryOf(name: string, agreement: Agreement, command: string): ReportAgreement {
  const why = describeAgreement(agreement) ?? '';
  const { kind } = agreement;
  const leftOutActions = agreement.onNodes.leftOut?.length ?? 0;
  switch (agreement.kind) {
    case 'agrees':
      return { name, kind, leftOutActions, excused: agreement.excused };
    case 'parted':
      return { name, kind, leftOutActions, why };
    case 'disagrees':
    case 'unclear':
      return { name, kind, leftOutActions, why, ...whyData(name, agreement.why, command) };
  }
}

/** What was found on one engine, or each place where two results differ with the value of either. */
function whyData(trace: string, why: Why, again: string): Pick<ReportAgreement, 'engine' | 'finding' | 'differences'> {
  if ('engine' in why) {
    return { engine: why.engine, finding: findingData(why.finding, { trace, file: '', again }) };
  }
  const [mine, theirs] = why.between;
  return {
    differences: why.differences.map((difference) => ({
      at: placeOf(difference),
      values: [
        { of: mine, value: valueData(difference.expected) },
        { of: theirs, value: valueData(difference.observed) },
      ],
    })),
  };
}
