import { expect, test } from 'vitest';
import { NO_NAMES } from '../compare/name-book.ts';
import { findingOf } from '../follow/finding.ts';
import { LogError } from './log-error.ts';

test('a log that cannot be used is not a finding: the user has to fix it', () => {
  const error = new LogError('a.jsonl', 1, '', 'is empty');
  expect(() =>
    findingOf(error, { action: -1, chain: 'provider', height: 0n }, { names: NO_NAMES, timeline: [] }),
  ).toThrow(error);
});
