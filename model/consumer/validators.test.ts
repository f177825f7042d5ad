import { describe, expect, test } from 'vitest';
import { accumulate, applyValidatorUpdates } from './validators.ts';
import { crossChainValidators, outstandingDowntime } from '../../specs/tables/consumer.ts';
import { addressOfKey } from '../consensus/validator-set.ts';
import { contextFor } from './testing.ts';

const key = (start: string) => start.padEnd(64, '0');
const [a, b, c] = [key('aa'), key('bb'), key('cc')] as const;

describe('accumulated updates', () => {
  test('keep the last update of each key', () => {
    const merged = accumulate(
      [{ pubKey: a, power: 5n }],
      [
        { pubKey: a, power: 0n },
        { pubKey: b, power: 3n },
      ],
    );
    expect(merged).toEqual([
      { pubKey: b, power: 3n },
      { pubKey: a, power: 0n },
    ]);
  });

  test('come in the order of their power, then of the text of their keys, both descending', () => {
    // As quoted text: "A…", "\002…", "\t…", "\\…", "\"…": a backslash sorts after a capital letter.
    const keys = ['41', '02', '09', '5c', '22'].map(key);
    const merged = accumulate([], [{ pubKey: c, power: 1n }, ...keys.map((pubKey) => ({ pubKey, power: 2n }))]);
    expect(merged.map(({ pubKey }) => pubKey.slice(0, 2))).toEqual(['09', '5c', '02', '22', '41', 'cc']);
  });
});

describe('applied updates', () => {
  test('add, change and remove validators, and return the validator updates', () => {
    const context = contextFor();
    const joined: string[] = [];
    const apply = (...updates: [string, bigint][]) =>
      applyValidatorUpdates(
        context,
        updates.map(([pubKey, power]) => ({ pubKey, power })),
        (_, address) => joined.push(address),
      ).map(({ pubKey, power }) => [pubKey, power]);

    expect(apply([a, 5n], [b, 3n])).toEqual([
      [a, 5n],
      [b, 3n],
    ]);
    expect(apply([a, 6n], [b, 0n], [c, 0n])).toEqual([
      [a, 6n],
      [b, 0n],
    ]);
    expect([...context.draft.entries(crossChainValidators)].map(([, { power }]) => power)).toEqual([6n]);
    expect(joined).toEqual([addressOfKey(a), addressOfKey(b)]);
  });

  test('clear the outstanding downtime of a validator that returns', () => {
    const context = contextFor();
    context.draft.set(outstandingDowntime, addressOfKey(a), '');
    applyValidatorUpdates(context, [{ pubKey: a, power: 5n }], () => {});
    expect(context.draft.has(outstandingDowntime, addressOfKey(a))).toBe(false);
  });
});
