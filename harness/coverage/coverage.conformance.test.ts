import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockstep } from '../promises/testing/command.ts';
import type { Coverage } from './coverage.ts';
import { readProfile } from './profile.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a short campaign says what it reached of the real programs, merged over all of them', async () => {
  const { status, out, err } = await lockstep(['coverage', '--no-corpus', '--time', '15', '--out', folder, '--json']);
  expect({ status, err }).toMatchObject({ status: 0 });
  const report = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Coverage & { readonly verdict: string };
  expect(report.verdict).toBe('conforms');
  for (const keeper of ['provider/keeper', 'consumer/keeper']) {
    const { statements, reached } = report.packages.find(({ name }) => name === keeper) ?? {
      statements: 0,
      reached: 0,
    };
    expect(reached).toBeGreaterThan(statements / 4);
    expect(reached).toBeLessThanOrEqual(statements);
  }
  expect(JSON.parse(readFileSync(join(folder, 'coverage.json'), 'utf8'))).toEqual(report);
  const blocks = readProfile(readFileSync(join(folder, 'coverage.txt'), 'utf8'));
  expect(blocks.some(({ file, count }) => file.endsWith('provider/keeper/relay.go') && count > 0n)).toBe(true);
});
