import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEVIATIONS } from '../specs/deviations/index.ts';
import { FEATURES } from '../specs/feature.ts';
import { corpus } from './corpus.ts';
import { traceText } from './format/file.ts';

describe('the stored traces', () => {
  test('have the name of their file and a comment', () => {
    for (const { path, trace } of corpus()) {
      expect(trace.name).toBe(basename(path, '.json'));
      expect(trace.comment).toMatch(/\.$/u);
    }
  });

  test('have the canonical format', () => {
    for (const { path, trace } of corpus()) expect(readFileSync(path, 'utf8')).toBe(traceText(trace));
  });

  test('require only features that releases can have', () => {
    // A campaign skips traces whose features its release lacks: a misspelt feature would hide a trace from every release.
    for (const { trace } of corpus())
      expect(Object.keys(FEATURES)).toEqual(expect.arrayContaining([...(trace.requires ?? [])]));
  });

  test('are all files of their folder, and include the traces that show the deviations', () => {
    const files = readdirSync(new URL('corpus', import.meta.url)).map((file) => basename(file, '.json'));
    const names = corpus().map(({ path }) => basename(path, '.json'));
    expect(names.toSorted()).toEqual(files.toSorted());
    expect(names).toEqual(expect.arrayContaining(DEVIATIONS.map(({ trace }) => trace)));
  });
});
