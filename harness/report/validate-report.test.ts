import { describe, expect, test } from 'vitest';
import type { Agreement } from '../agreement/agree.ts';
import { agreementReportOf } from './agreement-report.ts';
import { shrinkReportOf } from './shrink-report.ts';
import { validateReport } from './validate-report.ts';
import { emptyReport } from './testing/empty-report.ts';

const release = { provider: 'v7.0.1', consumer: 'v7.0.1' };
const onNodes: Agreement['onNodes'] = {
  verdict: 'conforms',
  steps: 0,
  blocks: 0,
  digest: '',
  witnesses: [],
  deviations: [],
  notJudged: {},
  ignored: 0,
  stepTimes: [],
  programTime: 0,
  totalTime: 0,
};
const agreements: readonly Agreement[] = [
  { kind: 'agrees', excused: ['gov/proposals, submit_time: the time of the block'], onNodes },
  { kind: 'parted', where: 'provider: nothing on one engine', onNodes },
  { kind: 'disagrees', text: 'lockstep: bank/supply', onNodes },
  { kind: 'unclear', text: 'cometbft: a node died', onNodes },
];
const agree = agreementReportOf({
  verdict: 'diverges',
  counts: { agrees: 1, parted: 1, disagrees: 1, unclear: 1 },
  release,
  command: 'npm run -s lockstep -- agree',
  agreements: agreements.map((agreement) => ({ name: agreement.kind, agreement })),
  leftOut: ['long-trace'],
});
const shrink = shrinkReportOf({
  release,
  core: { trace: { lockstep: 1, actions: [] }, tries: 3, complete: true },
  file: 'core.json',
});

describe('a report keeps its schema', () => {
  test.each(['run', 'replay', 'check'] as const)('of %s', (report) => {
    expect(() => validateReport({ ...emptyReport, report })).not.toThrow();
  });

  test('of agree', () => {
    expect(() => validateReport(agree)).not.toThrow();
    expect(agree.traces.map(({ kind, why }) => [kind, why])).toEqual([
      ['agrees', undefined],
      ['parted', 'provider: nothing on one engine'],
      ['disagrees', 'lockstep: bank/supply'],
      ['unclear', 'cometbft: a node died'],
    ]);
  });

  test('of shrink', () => {
    expect(() => validateReport(shrink)).not.toThrow();
  });
});

describe('a wrong report is refused:', () => {
  const { digest: _, ...withoutDigest } = emptyReport;
  test.each<[string, object, string]>([
    ['without a field', withoutDigest, "/ must have required property 'digest'"],
    ['with a field too many', { ...emptyReport, more: 1 }, '/ must NOT have additional properties'],
    ['of another version', { ...emptyReport, version: 1 }, '/version must be equal to constant'],
    ['of no version', { ...emptyReport, version: undefined }, "/ must have required property 'version'"],
    ['of no command', { ...emptyReport, report: 'walk' }, 'value of tag "report" must be in oneOf'],
    ['with a verdict that is none', { ...emptyReport, verdict: 'passes' }, '/verdict must be equal to one of'],
    [
      'of agree with a trace that does something else',
      { ...agree, traces: [{ name: 'a', kind: 'fits' }] },
      '/traces/0/kind',
    ],
    ['of shrink that conforms', { ...shrink, verdict: 'conforms' }, '/verdict must be equal to constant'],
    [
      'of shrink with the fields of a run',
      { ...emptyReport, report: 'shrink' },
      "/ must have required property 'file'",
    ],
  ])('%s', (_, report, rule) => {
    expect(() => validateReport(report)).toThrow(rule);
  });
});
