import { describe, expect, test } from 'vitest';
import type { ValueLayout } from '../../specs/layout.ts';
import type { Value } from '../../specs/value.ts';
import { fakeCodec } from './testing/fake-codec.ts';
import { valueReader } from './read-value.ts';

const TIME = Buffer.from('2026-01-01T00:00:12.000000005', 'latin1').toString('hex');

function read(layout: ValueLayout, hex: string): Value {
  return valueReader(layout, fakeCodec())(Buffer.from(hex, 'hex'));
}

describe('each kind of value', () => {
  test.each<[layout: ValueLayout, value: string, row: Value]>([
    [{ as: 'proto', type: 'a.B' }, '0a', { type: 'a.B', bytes: '0a' }],
    [{ as: 'any' }, '0b', { type: 'google.protobuf.Any', bytes: '0b' }],
    [{ as: 'u64' }, '0000000000000102', 258n],
    [{ as: 'u64le' }, '0201000000000000', 258n],
    [{ as: 'uint' }, '0102', 258n],
    [{ as: 'uint' }, '', 0n],
    [{ as: 'int' }, '2d3432', -42n],
    [{ as: 'text' }, '7374616b65', 'stake'],
    [{ as: 'text' }, '', ''],
    [{ as: 'hex' }, 'ff00', 'ff00'],
    [{ as: 'time' }, TIME, 1767225612000000005n],
    [{ as: 'goTime' }, '010000000ee0e7b00c00000005ffff', 1767225612000000005n],
    [{ as: 'enum32', names: ['A', 'B'] }, '0000000100000000', 'B'],
  ])('%o %s', (layout, value, row) => {
    expect(read(layout, value)).toEqual(row);
  });
});

describe('a value that does not fit its layout is an error', () => {
  test.each<[layout: ValueLayout, value: string]>([
    [{ as: 'proto', type: 'a.B' }, 'ff'],
    [{ as: 'any' }, 'ff'],
    [{ as: 'u64' }, '01'],
    [{ as: 'u64le' }, '000000000000000000'],
    [{ as: 'int' }, ''],
    [{ as: 'int' }, '0102'],
    [{ as: 'text' }, 'ff'],
    [{ as: 'time' }, '00'],
    [{ as: 'goTime' }, '00'],
    [{ as: 'enum32', names: ['A', 'B'] }, '0000000200000000'],
    [{ as: 'enum32', names: ['A', 'B'] }, '0000000100000001'],
  ])('%o %s', (layout, value) => {
    expect(() => read(layout, value)).toThrow(Error);
  });
});
