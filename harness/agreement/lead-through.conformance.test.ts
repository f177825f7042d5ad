import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogEntry } from '../../specs/generated/log.ts';
import { storedTrace } from '../../traces/corpus.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { RigMaker } from '../campaign/rig.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { pathText } from '../compare/difference.ts';
import { loadRelease } from '../releases/load-release.ts';
import { leadThrough } from './lead-through.ts';

let rigs: RigMaker;
const entries: LogEntry[] = [];
beforeAll(async () => {
  rigs = lockstepRigs(await loadRelease('v7.0.1'));
  const trace = storedTrace('opening');
  await runTrace(trace, rigs.rig(trace), {
    model: worldModelOf(rigs.programs),
    record: { write: (entry) => void entries.push(entry) },
  });
});
afterAll(() => rigs.stop());

async function places(change: (entry: LogEntry) => LogEntry): Promise<string[]> {
  return (await leadThrough(entries.map(change), rigs.programs)).map(pathText);
}

function unsigned(entry: LogEntry): LogEntry {
  return entry.entry === 'block' && entry.chain === 'provider' && entry.height === '7'
    ? { ...entry, votes: entry.votes.map((vote, i) => (i === 0 ? { ...vote, signed: false } : vote)) }
    : entry;
}

function later(entry: LogEntry): LogEntry {
  return entry.entry === 'start' && entry.chain === 'c0' ? { ...entry, time: '2026-01-01T00:01:00Z' } : entry;
}

test('blocks lead a new program to the same app hashes and answers', async () => {
  expect(entries.length).toBeGreaterThan(15);
  expect(await places((entry) => entry)).toEqual([]);
});

test('a block with another vote, or another genesis, does not', async () => {
  expect(await places(unsigned)).toEqual(['block 7/provider/app_hash']);
  expect((await places(later))[0]).toMatch(/^block \d+\/c0\/app_hash$/u);
});
