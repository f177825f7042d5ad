import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../specs/feature.ts';
import { corpus } from './corpus.ts';
import { traceText } from './file.ts';

describe('the stored traces', () => {
  test('are named as their files and say what they show', () => {
    for (const { path, trace } of corpus()) {
      expect(trace.name).toBe(basename(path, '.json'));
      expect(trace.comment).toMatch(/\.$/u);
    }
  });

  test('are written as the program writes them', () => {
    for (const { path, trace } of corpus()) expect(readFileSync(path, 'utf8')).toBe(traceText(trace));
  });

  test('need no feature but those that releases can have', () => {
    // A campaign leaves out what its release lacks: a misspelt feature would hide a trace from all of them.
    for (const { trace } of corpus())
      expect(Object.keys(FEATURES)).toEqual(expect.arrayContaining([...(trace.requires ?? [])]));
  });

  test('are at least ten', () => {
    expect(corpus().length).toBeGreaterThanOrEqual(10);
  });
});
