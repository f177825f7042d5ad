import { describe, expect, test } from 'vitest';
import { isReached } from './measure.ts';
import { median, quantile } from '../report/statistics.ts';
import { figureText, tableOf } from './table.ts';

describe('the figures of a benchmark', () => {
  test('the median is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2);
  });

  test('a quantile is a value that was measured', () => {
    const values = Array.from({ length: 200 }, (_, i) => i + 1);
    expect(quantile(values, 0.99)).toBe(198);
    expect(quantile(values, 1)).toBe(200);
    expect(quantile([7], 0)).toBe(7);
  });

  test('nothing measured is an error', () => {
    expect(() => median([])).toThrow('no values');
  });

  test('a goal is a floor or a ceiling', () => {
    expect(isReached({ value: 80, goal: { atLeast: 80 } })).toBe(true);
    expect(isReached({ value: 79, goal: { atLeast: 80 } })).toBe(false);
    expect(isReached({ value: 11, goal: { atMost: 10 } })).toBe(false);
    expect(isReached({ value: 11 })).toBeUndefined();
  });

  test('figures have the digits that mean something', () => {
    expect(figureText(5.26, 'ms')).toBe('5.3 ms');
    expect(figureText(503.4, 'ms')).toBe('503 ms');
    expect(figureText(123_456.7, 'actions/s')).toBe('123,457 actions/s');
  });

  test('a table stands in columns and says what was missed', () => {
    const table = tableOf([
      { name: 'step', value: 5, unit: 'ms', goal: { atMost: 10 }, over: '100 steps' },
      { name: 'campaign', value: 150, unit: 'steps/s', goal: { atLeast: 200 }, over: '2 workers' },
    ]);
    expect(table.split('\n')).toEqual([
      'step           5.0 ms  reached ≤ 10.0 ms      100 steps',
      'campaign  150 steps/s  missed  ≥ 200 steps/s  2 workers',
    ]);
  });
});
