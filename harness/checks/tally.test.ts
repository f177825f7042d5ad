import { expect, test } from 'vitest';
import { tallyOf, tallyText } from './tally.ts';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test('tests that passed and failed are counted', () => {
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
  expect(tallyText(tallyOf({ ...report, numFailedTests: 1, testResults: [failing] }))).toBe('7 passed, 1 failed');
});

test('tests that were skipped are named only when there are any', () => {
  expect(tallyText(tallyOf(report))).toBe('7 passed, 0 failed');
  expect(tallyText(tallyOf({ ...report, numPendingTests: 2, numTodoTests: 1 }))).toBe('7 passed, 0 failed, 3 skipped');
});

test('a file that could not be run is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [] },
  ];
  expect(tallyOf({ ...report, testResults }).failed).toBe(1);
});
