import { release } from 'node:os';
import { expect, test } from 'vitest';
import { judge, type EngineFacts } from './containers.ts';

const GOOD: EngineFacts = {
  version: '28.2.2',
  api: '1.50',
  kernel: release(),
  securityOptions: ['name=seccomp,profile=builtin'],
  limits: { memory: true, CPU: true, processes: true },
  reaper: false,
};

test('an engine that answers is named with its API', () => {
  expect(judge(GOOD)).toMatchObject({ status: 'ok', text: expect.stringContaining('engine 28.2.2, API 1.50') });
});

test.each([
  ['on another machine', { kernel: 'another' }, 'an engine of this machine'],
  ['that is rootless', { securityOptions: ['name=rootless'] }, 'neither rootless'],
  [
    'that cannot limit memory',
    { limits: { memory: false, CPU: true, processes: true } },
    'It cannot limit memory: mount the control groups.',
  ],
])('an engine %s is a note that says what is missing', (_, facts, hint) => {
  expect(judge({ ...GOOD, ...facts })).toMatchObject({ status: 'note', hint: expect.stringContaining(hint) });
});
