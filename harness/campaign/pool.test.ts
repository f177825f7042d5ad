import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { workOff } from './pool.ts';

describe('a pool', () => {
  test('numbers jobs as they come and never works on more than it may', async () => {
    const begun: string[] = [];
    let atOnce = 0;
    let most = 0;
    await workOff(['a', 'b', 'c', 'd', 'e'], 2, async (job, index) => {
      begun.push(`${job}${index}`);
      most = Math.max(most, ++atOnce);
      await pause(5 - index);
      atOnce--;
    });
    expect(begun.toSorted()).toEqual(['a0', 'b1', 'c2', 'd3', 'e4']);
    expect(most).toBe(2);
  });

  test('draws the next job while the one before waits', async () => {
    const events: string[] = [];
    const jobs = function* (): Generator<number> {
      for (const job of [1, 2]) {
        events.push(`draw ${job}`);
        yield job;
      }
    };
    await workOff(jobs(), 1, async (job) => {
      events.push(`begin ${job}`);
      await pause(5);
      events.push(`end ${job}`);
    });
    expect(events).toEqual(['draw 1', 'begin 1', 'draw 2', 'end 1', 'begin 2', 'end 2']);
  });

  test('lets others have their turn while a job takes long to draw', async () => {
    const events: string[] = [];
    const jobs = function* (): Generator<number | undefined> {
      for (let i = 0; i < 3; i++) {
        const begun = performance.now();
        while (performance.now() - begun < 15);
        yield undefined;
      }
      events.push('drawn');
      yield 1;
    };
    const turn = pause(20).then(() => events.push('turn'));
    await workOff(jobs(), 1, async (job, index) => {
      await pause(1);
      events.push(`job ${job} with index ${index}`);
    });
    await turn;
    expect(events).toEqual(['turn', 'drawn', 'job 1 with index 0']);
  });

  test('throws what the source throws, when the jobs under way have ended', async () => {
    let ended = false;
    const work = workOff(endsBroken(), 1, async () => {
      await pause(5);
      ended = true;
    });
    await expect(work).rejects.toThrow('no more');
    expect(ended).toBe(true);
  });

  test('ends after an error, when the jobs under way have ended, and throws it', async () => {
    const done: number[] = [];
    const work = workOff([0, 1, 2, 3], 2, async (job) => {
      await Promise.resolve();
      if (job === 0) throw new Error('broken');
      await Promise.resolve();
      done.push(job);
    });
    await expect(work).rejects.toThrow('broken');
    expect(done).toEqual([1]);
  });
});

function* endsBroken(): Generator<number> {
  yield 1;
  throw new Error('no more');
}
