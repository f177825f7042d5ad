import { expect, test } from 'vitest';
import { durationToJson, timeToJson } from './time.ts';
import { parseDuration, parseTime } from './time-text.ts';

test.each([0n, 1n, 1_767_225_600_123_456_789n, -62_135_596_800_000_000_000n])(
  'the time %s is read as written',
  (time) => {
    expect(parseTime(timeToJson(time))).toBe(time);
  },
);

test('a time of another zone is the same moment', () => {
  expect(parseTime('2026-01-01T01:00:00.5+01:00')).toBe(parseTime('2026-01-01T00:00:00.500Z'));
});

test.each(['2026-02-31T00:00:00Z', '2026-02-29T00:00:00+01:00', '2026-01-01T24:00:00Z', '2026-01-01', ''])(
  'the time "%s" is in no calendar',
  (text) => {
    expect(() => parseTime(text)).toThrow('is not a time such as');
  },
);

test.each([0n, 1n, -1_500_000_000n, 1_728_000_000_000_000n])('the duration %s is read as written', (duration) => {
  expect(parseDuration(durationToJson(duration))).toBe(duration);
});
