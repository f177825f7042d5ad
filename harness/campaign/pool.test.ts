import { describe, expect, test } from 'vitest';
import { workOff } from './pool.ts';

describe('a pool', () => {
  test('hands jobs out in order and never works on more than it may', async () => {
    const begun: number[] = [];
    let atOnce = 0;
    let most = 0;
    await workOff([5, 4, 3, 2, 1], 2, async (job, index) => {
      begun.push(index);
      most = Math.max(most, ++atOnce);
      for (let i = 0; i < job; i++) await Promise.resolve();
      atOnce--;
    });
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
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
