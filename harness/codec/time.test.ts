import { expect, test } from 'vitest';
import { durationToJson, joinNanos, splitDuration, splitTime, timeToJson } from './time.ts';
import { NO_TIME } from '../../specs/value.ts';

test('times are written with as many digits as they need, three at a time', () => {
  expect(timeToJson(0n)).toBe('1970-01-01T00:00:00Z');
  expect(timeToJson(1_700_000_000_000_000_000n)).toBe('2023-11-14T22:13:20Z');
  expect(timeToJson(1_700_000_000_120_000_000n)).toBe('2023-11-14T22:13:20.120Z');
  expect(timeToJson(1_700_000_000_000_001_000n)).toBe('2023-11-14T22:13:20.000001Z');
  expect(timeToJson(-1n)).toBe('1969-12-31T23:59:59.999999999Z');
  expect(timeToJson(NO_TIME)).toBe('0001-01-01T00:00:00Z');
});

test('a time outside the years 1 to 9999 cannot be written', () => {
  expect(() => timeToJson(NO_TIME - 1n)).toThrow('years 1 to 9999');
  expect(() => timeToJson(253_402_300_800_000_000_000n)).toThrow('years 1 to 9999');
});

test('durations are written in seconds', () => {
  expect(durationToJson(172_800_000_000_000n)).toBe('172800s');
  expect(durationToJson(-1_500_000_000n)).toBe('-1.500s');
  expect(durationToJson(1n)).toBe('0.000000001s');
});

test('splitting and joining are the reverse of each other', () => {
  for (const nanos of [0n, 1n, -1n, 999_999_999n, -1_000_000_001n, NO_TIME]) {
    expect(joinNanos(...splitTime(nanos))).toBe(nanos);
    expect(joinNanos(...splitDuration(nanos))).toBe(nanos);
  }
});
