import { describe, expect, test } from 'vitest';
import type { Report } from '../../specs/generated/report.ts';
import { emptyReport } from './testing/empty-report.ts';
import { explainVerdict } from './verdict-text.ts';

const goals: Report['goals'] = { minWitnesses: 0, require: [] };
const campaign: Report = {
  ...emptyReport,
  traces: 34,
  corpus: { ran: 134, of: 134 },
  goals,
  canary: { fault: 'a-fault', found: true, traces: 1, faults: [{ fault: 'a-fault', found: true, traces: 1 }] },
};

describe('the words of a verdict', () => {
  test('say how much of the corpus a campaign ran, unless it is all of it', () => {
    const conforms: Report = { ...campaign, verdict: 'conforms' };
    const agreed = 'the model and the chains agreed on everything that was compared';
    expect(explainVerdict(conforms)).toBe(agreed);
    expect(explainVerdict({ ...conforms, corpus: { ran: 34, of: 134 } })).toBe(
      `${agreed} (34 of 134 stored traces ran)`,
    );
    expect(explainVerdict({ ...conforms, corpus: null })).toContain(
      '(random traces only; --no-corpus skipped the stored ones)',
    );
  });

  test('say nothing of a corpus where a single trace ran', () => {
    expect(explainVerdict({ ...emptyReport, verdict: 'conforms' })).not.toContain('corpus');
  });

  test('say how much of the corpus ran before it was interrupted', () => {
    expect(explainVerdict({ ...campaign, interrupted: true, corpus: { ran: 34, of: 134 } })).toBe(
      'interrupted; the 34 traces before that agreed (34 of 134 stored traces ran)',
    );
  });

  test('name the witnesses that were required and not reached, or count them', () => {
    const witnesses = { 'packet-sent': 1 };
    expect(
      explainVerdict({ ...campaign, witnesses, goals: { minWitnesses: 0, require: ['packet-sent', 'slash-sent'] } }),
    ).toBe('did not reach the witnesses that --require names: slash-sent');
    expect(explainVerdict({ ...campaign, witnesses, goals: { minWitnesses: 9, require: ['packet-sent'] } })).toBe(
      'reached 1 witnesses; --min-witnesses requires 9',
    );
  });

  test('say that a part of a trace did nothing, and do not say it of a campaign', () => {
    const leftOutActions = { number: 2, kinds: { block: 2 }, actions: [] };
    const agreed = 'the model and the chains agreed on everything that was compared';
    const replay: Report = {
      ...emptyReport,
      report: 'replay',
      verdict: 'conforms',
      traces: 1,
      steps: 9,
      leftOutActions,
    };
    expect(explainVerdict(replay)).toBe(`${agreed}; 2 of 9 actions did nothing`);
    expect(explainVerdict({ ...replay, leftOutActions: { number: 0, kinds: {}, actions: [] } })).toBe(agreed);
    expect(explainVerdict({ ...replay, report: 'run' })).toBe(agreed);
  });

  test('tell that a chain was left without validators', () => {
    const agreed = 'the model and the chains agreed on everything that was compared';
    const report: Report = { ...emptyReport, verdict: 'conforms', traces: 1 };
    const stopped = { 'last-validator-leaves': 1, 'power-cap': 1 };
    expect(explainVerdict({ ...report, deviations: { 'power-cap': 1 } })).toBe(agreed);
    expect(explainVerdict({ ...report, deviations: stopped })).toBe(
      `${agreed}; a chain was left without validators and stopped for ever`,
    );
    expect(explainVerdict({ ...report, traces: 9, deviations: { ...stopped, 'last-validator-leaves': 3 } })).toBe(
      `${agreed}; in 3 traces a chain was left without validators and stopped for ever`,
    );
    expect(explainVerdict({ ...report, verdict: 'diverges', deviations: stopped })).toContain('without validators');
  });
});
