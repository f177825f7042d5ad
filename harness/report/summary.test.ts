import { describe, expect, test } from 'vitest';
import type { Report, ReportFinding } from '../../specs/generated/report.ts';
import { findingText, summaryOf } from './summary.ts';
import { emptyReport } from './testing/empty-report.ts';

const finding: ReportFinding = {
  trace: '1/12',
  kind: 'difference',
  chain: 'provider',
  height: 16,
  action: 27,
  step: { kind: 'block', chain: 'provider', seconds: 1 },
  text: 'The model expects 9; however the chain holds 8.\n  touches provider-consensus-set',
  paths: ['staking/last-validator-powers'],
  touches: ['provider-consensus-set'],
  file: 'traces/1-12.json',
  again: 'npm run -s lockstep -- replay traces/1-12.json',
  found: { kind: 'inconclusive', reason: '', log: [] },
  names: [],
  sections: [],
  timeline: [],
};

const report: Report = {
  ...emptyReport,
  verdict: 'diverges',
  traces: 3,
  steps: 40,
  blocks: 30,
  discrepancies: 1,
  queries: { asked: { 'cosmos.bank.v1beta1.Query/Balance': 12 }, neverAsked: ['a.Query/B'], notCovered: [] },
  deviations: { 'power-cap': 1, 'channel-version': 3 },
  exclusions: { number: 2, names: ['node-faults', 'upgrade-plans'] },
  findings: [finding],
  speed: { seconds: 1, stepsPerSecond: 40, medianStepMs: 5, programShare: 0.8 },
};

describe('actions that did nothing', () => {
  test('are named for a trace, counted from 1', () => {
    const actions = [{ action: 3, kind: 'block', reason: 'c9 has not started' }];
    const text = summaryOf({
      ...report,
      report: 'replay',
      leftOutActions: { number: 1, kinds: { block: 1 }, actions },
    });
    expect(text).toContain(
      [
        'left out       1 of 40 actions did nothing',
        '               action 4, block: c9 has not started',
        'discrepancies',
      ].join('\n'),
    );
  });

  test('are counted by kind for a campaign', () => {
    const leftOutActions = { number: 5, kinds: { block: 1, deliver: 4 }, actions: [] };
    expect(summaryOf({ ...report, leftOutActions })).toContain(
      'left out       5 of 40 actions did nothing: deliver (4), block (1)\n',
    );
  });

  test('are not spoken of when there are none', () => {
    expect(summaryOf({ ...report, leftOutActions: { number: 0, kinds: {}, actions: [] } })).not.toContain('left out');
  });
});

const CANARY = { fault: 'a-fault', found: true, traces: 1, faults: [{ fault: 'a-fault', found: true, traces: 1 }] };

describe('a finding is told', () => {
  test('with its trace, chain, block, action, properties and the command that repeats it', () => {
    expect(findingText(finding)).toBe(
      [
        'The model and the chain differ in the trace: 1/12',
        '  chain    provider, block 16',
        '  action   27: {"kind":"block","chain":"provider","seconds":1}',
        '',
        '  The model expects 9; however the chain holds 8.',
        '    touches provider-consensus-set',
        '',
        '  again    npm run -s lockstep -- replay traces/1-12.json',
      ].join('\n'),
    );
  });

  test('at the start of a chain, before any action', () => {
    const text = findingText({ ...finding, height: 0, action: -1, step: null });
    expect(text).toContain('provider, at its start');
    expect(text).toContain('action   none yet');
  });

  test('as far as there is room, with the file that says the rest', () => {
    const text = findingText({ ...finding, text: 'one\ntwo\nthree' }, 1);
    expect(text).toContain('  one\n  … and 2 more lines in traces/1-12.txt\n');
    expect(text).not.toContain('three');
  });
});

describe('the summary', () => {
  test('counts the properties that were not judged by reason', () => {
    const notJudged = {
      throttling: 'depends-on-model',
      'channel-order': 'does-not-apply',
      other: 'does-not-apply',
    } as const;
    const text = summaryOf({ ...report, notJudged });
    expect(text).toContain('not judged     2 properties (channel-order, other): does not apply to the release\n');
    expect(text).toContain('not judged     1 property (throttling): the log does not contain');
    expect(summaryOf(report)).not.toContain('not judged');
  });

  test('counts the traces that ran into each deviation, the most first', () => {
    expect(summaryOf(report)).toContain('deviations     2 known: channel-version (3), power-cap (1)\n');
  });

  test('names what a campaign did not reach, and what a single trace did', () => {
    const part = { ...report, witnesses: { 'client-updated': 1 }, neverReached: ['block-hours-later'] };
    expect(summaryOf(part)).toContain('reached        client-updated\n');
    expect(summaryOf(part)).not.toContain('block-hours-later');
    const campaign = summaryOf({ ...part, canary: CANARY });
    expect(campaign).toContain('not reached    block-hours-later\n');
    expect(campaign).not.toContain('client-updated');
  });

  test('names the first witnesses that a campaign did not reach, and counts the others', () => {
    const neverReached = Array.from({ length: 12 }, (_, i) => `witness-${i}`);
    const text = summaryOf({ ...report, neverReached, canary: CANARY });
    expect(text).toContain('witness-9, and 2 more in report.json\n');
    expect(text).not.toContain('witness-10');
  });

  test('names messages that a program has and no action sends', () => {
    const added = 'interchain_security.ccv.provider.v1.MsgPauseConsumer';
    expect(summaryOf({ ...report, notCovered: [added] })).toContain(`not covered    messages ${added}\n`);
    expect(summaryOf(report)).not.toContain('not covered');
  });

  test('begins with a program that is not of the release named for it', () => {
    const misfit = 'it is made of interchain-security/v6 v6.4.1, not interchain-security/v7 v7.0.1';
    const program = { role: 'provider', sha256: '0'.repeat(64), go: 'go1.24', modules: {} } as const;
    expect(summaryOf({ ...report, programs: [{ ...program, misfit }] }).split('\n')[0]).toBe(
      `wrong release  the provider: ${misfit} (--force); differences may come of that`,
    );
    expect(summaryOf({ ...report, programs: [program] })).toMatch(/^verdict /u);
  });

  test('counts the planted faults that were found, each with the number of random traces that it took', () => {
    expect(summaryOf({ ...report, canary: CANARY })).toContain(
      'canary         found 1 of 1 planted faults: a-fault after 1 random trace\n',
    );
    const missed = { fault: 'other', found: false, traces: 3 };
    const blind = { ...CANARY, found: false, traces: 3, faults: [...CANARY.faults, missed] };
    expect(summaryOf({ ...report, canary: blind })).toContain(
      'canary         found 1 of 2 planted faults: a-fault after 1 random trace, other NOT found\n',
    );
    expect(summaryOf({ ...report, canary: { ...blind, traces: 12, faults: [] } })).toContain(
      'canary         no planted fault shown by 12 random traces\n',
    );
  });

  test('with what was asked, what a campaign never asked, and what is not covered', () => {
    expect(summaryOf(report)).toContain('queries        12 questions, 1 of 2 queries\n');
    expect(summaryOf(report)).not.toContain('never asked');
    expect(summaryOf({ ...report, canary: CANARY })).toContain('never asked    a.Query/B\n');
    const queries = { asked: {}, neverAsked: [], notCovered: ['a.Query/B: field'] };
    expect(summaryOf({ ...report, queries })).toContain('not covered    queries a.Query/B: field\n');
  });

  test('counts what is not compared', () => {
    const line = 'not compared   7 store entries (listed in specs/ignored)\n';
    expect(summaryOf({ ...report, ignored: 7 })).toContain(line);
  });

  test('says nothing of deviations where none was seen', () => {
    expect(summaryOf({ ...report, deviations: {} })).not.toContain('deviations');
  });

  test('shows the first findings and counts the others', () => {
    const text = summaryOf({ ...report, findings: Array.from({ length: 7 }, () => finding) });
    expect(text.match(/The model and the chain differ/gu)).toHaveLength(5);
    expect(text).toContain('… and 2 more findings in the report.');
  });
});
