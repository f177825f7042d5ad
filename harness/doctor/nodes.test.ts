import { expect, test } from 'vitest';
import { checkUpOfNodes, judgeNodes } from './nodes.ts';

const GIB = 1024 ** 3;

test('nodes reach each other on this machine', async () => {
  expect(await checkUpOfNodes()).toMatchObject({ text: expect.stringContaining('reach each other over the loopback') });
});

test('little memory is a note that says how to do with less', () => {
  expect(judgeNodes({ free: 8 * GIB, problem: undefined })).toMatchObject({ status: 'ok' });
  expect(judgeNodes({ free: GIB, problem: undefined })).toMatchObject({
    status: 'note',
    text: expect.stringContaining('1.0 GiB of memory'),
    hint: expect.stringContaining('--nodes'),
  });
});

test('a loopback with one address alone is a note that says what is needed', () => {
  expect(judgeNodes({ free: 8 * GIB, problem: 'listen EADDRNOTAVAIL' })).toMatchObject({
    status: 'note',
    text: 'cannot reach each other: listen EADDRNOTAVAIL',
    hint: expect.stringContaining('127.0.0.0/8'),
  });
});
