import { describe, expect, test } from 'vitest';
import type { Agreement } from '../agreement/agree.ts';
import { NO_NAMES } from '../compare/name-book.ts';
import type { Finding } from '../follow/outcome.ts';
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
  queries: {},
  stepTimes: [],
  leftOut: [],
  programTime: 0,
  totalTime: 0,
};
const died: Finding = {
  kind: 'inconclusive',
  place: { action: 0, chain: 'provider', height: 3n },
  reason: 'a node died',
  log: 'killed',
  names: NO_NAMES,
  timeline: [],
};
const agreements: readonly Agreement[] = [
  { kind: 'agrees', excused: ['gov/proposals, submit_time: the time of the block'], onNodes },
  { kind: 'parted', where: 'provider: nothing on one engine', onNodes },
  {
    kind: 'disagrees',
    why: {
      between: ['lockstep', 'cometbft'],
      differences: [{ kind: 'field', path: ['bank/supply', 'stake'], expected: 5n, observed: 6n }],
      names: NO_NAMES,
    },
    onNodes,
  },
  { kind: 'unclear', why: { engine: 'cometbft', finding: died }, onNodes },
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
  leftOutActions: 0,
  file: 'core.json',
  finding: died,
  again: 'npm run -s lockstep -- replay core.json',
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
      ['disagrees', 'bank/supply/stake: lockstep 5, cometbft 6'],
      ['unclear', 'cometbft: a node died'],
    ]);
    expect(agree.traces[2]?.differences).toEqual([
      {
        at: { in: 'row', table: 'bank/supply', key: 'stake', field: [] },
        values: [
          { of: 'lockstep', value: { type: 'integer', value: '5' } },
          { of: 'cometbft', value: { type: 'integer', value: '6' } },
        ],
      },
    ]);
    expect(agree.traces[3]).toMatchObject({ engine: 'cometbft', finding: { found: { log: ['killed'] } } });
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
