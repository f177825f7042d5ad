import { expect, test } from 'vitest';
import { spawnQueue } from '../../../specs/tables/provider.ts';
import { START, startProvider } from '../testing.ts';
import { dequeue, enqueue, takeDue } from './time-queue.ts';

test('returns the due consumers, the earliest first', () => {
  const context = startProvider([1n]).context();
  enqueue(context, spawnQueue, START, 'b');
  enqueue(context, spawnQueue, START - 1n, 'a');
  enqueue(context, spawnQueue, START, 'c');
  enqueue(context, spawnQueue, START + 1n, 'later');
  expect(takeDue(context, spawnQueue)).toEqual(['a', 'b', 'c']);
  expect([...context.draft.entries(spawnQueue)]).toEqual([[(START + 1n).toString(), { ids: ['later'] }]]);
});

test('leaves the consumers above the limit of a block', () => {
  const context = startProvider([1n]).context();
  for (let id = 0; id < 150; id++) enqueue(context, spawnQueue, START - 1n, `${id}`);
  for (let id = 150; id < 250; id++) enqueue(context, spawnQueue, START, `${id}`);
  expect(takeDue(context, spawnQueue)).toHaveLength(200);
  expect(takeDue(context, spawnQueue)).toHaveLength(50);
});

test('only a queued consumer can be removed', () => {
  const context = startProvider([1n]).context();
  enqueue(context, spawnQueue, START, 'a');
  expect(dequeue(context, spawnQueue, START, 'b')).toBe(false);
  expect(dequeue(context, spawnQueue, START + 1n, 'a')).toBe(false);
  expect(dequeue(context, spawnQueue, START, 'a')).toBe(true);
  expect(context.draft.size(spawnQueue)).toBe(0);
});
