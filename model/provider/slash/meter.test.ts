import { SINGLETON } from '../../../specs/key.ts';
import { expect, test } from 'vitest';
import { slashMeter, slashMeterReplenishTime } from '../../../specs/tables/provider.ts';
import { START, startProvider } from '../testing.ts';
import { drawFromMeter, replenishMeter } from './meter.ts';

const HOUR = 3_600n * 1_000_000_000n;
const PERCENT = 10n ** 16n;

test('starts full, and stays full while its replenishment is rescheduled', () => {
  const provider = startProvider([100n]);
  expect(provider.row(slashMeter, SINGLETON)).toBe(5n);
  provider.block([], 10);
  expect(provider.row(slashMeter, SINGLETON)).toBe(5n);
  expect(provider.row(slashMeterReplenishTime, SINGLETON)).toBe(START + 10n * 1_000_000_000n + HOUR);
});

test('holds at least 1, and rounds half to even', () => {
  expect(startProvider([1n]).row(slashMeter, SINGLETON)).toBe(1n);
  expect(startProvider([5n], { slash_meter_replenish_fraction: 50n * PERCENT }).row(slashMeter, SINGLETON)).toBe(2n);
  expect(startProvider([7n], { slash_meter_replenish_fraction: 50n * PERCENT }).row(slashMeter, SINGLETON)).toBe(4n);
});

test('is replenished by one allowance when it is time, not before and not beyond full', () => {
  const context = startProvider([100n]).context();
  drawFromMeter(context, 12n);
  replenishMeter(context);
  expect(context.draft.get(slashMeter, SINGLETON)).toBe(-7n);
  for (const meter of [-2n, 3n, 5n]) {
    context.draft.set(slashMeterReplenishTime, SINGLETON, context.block.time);
    replenishMeter(context);
    expect(context.draft.get(slashMeter, SINGLETON)).toBe(meter);
  }
});
