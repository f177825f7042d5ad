import { describe, expect, test } from 'vitest';
import { chance, pick, randomOf } from './random.ts';

describe('random numbers', () => {
  test('never change, on any machine', () => {
    const random = randomOf('seed');
    expect(Array.from({ length: 5 }, () => random.nextInt(0, 999))).toMatchInlineSnapshot(`
      [
        612,
        793,
        134,
        416,
        527,
      ]
    `);
  });

  test('differ for similar seeds', () => {
    const first = Array.from({ length: 100 }, (_, i) => randomOf(`1/${i}`).nextInt(0, 9));
    expect(new Set(first).size).toBe(10);
  });

  test('pick items by their weights', () => {
    const random = randomOf('weights');
    const weights = { a: 0, b: 10, c: 90 };
    const picked = Array.from({ length: 1_000 }, () => pick(random, ['a', 'b', 'c'] as const, (item) => weights[item]));
    expect(picked).not.toContain('a');
    const share = picked.filter((item) => item === 'b').length;
    expect(share).toBeGreaterThan(70);
    expect(share).toBeLessThan(130);
  });

  test('pick nothing if nothing has a weight', () => {
    expect(pick(randomOf('x'), ['a'], () => 0)).toBeUndefined();
    expect(pick(randomOf('x'), [])).toBeUndefined();
  });

  test('draw a chance of 0, 50 and 100 percent', () => {
    const random = randomOf('chance');
    const tries = (percent: number): number =>
      Array.from({ length: 1_000 }, () => chance(random, percent)).filter(Boolean).length;
    expect([tries(0), tries(100)]).toEqual([0, 1_000]);
    expect(tries(30)).toBeGreaterThan(240);
    expect(tries(30)).toBeLessThan(360);
  });
});
