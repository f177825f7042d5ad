import { describe, expect, test } from 'vitest';
import type { KeyPart } from '../../specs/layout.ts';
import { keyReader } from './read-key.ts';

const TIME = Buffer.from('2026-01-01T00:00:12.000000005', 'latin1').toString('hex');
const NO_DAY_OF_FEBRUARY = Buffer.from('2026-02-31T00:00:12.000000005', 'latin1').toString('hex');
const NO_DAY = Buffer.from('2026-13-01T00:00:12.000000005', 'latin1').toString('hex');
const NANOS = '1767225612000000005';

function read(parts: readonly KeyPart[], hex: string): string {
  // Every key begins with the prefix of its table, which the reader passes over.
  return keyReader(parts)(Buffer.from(`ee${hex}`, 'hex'), 1);
}

describe('each kind of key part', () => {
  test.each<[name: string, parts: readonly KeyPart[], key: string, row: string]>([
    ['nothing', [], '', ''],
    ['u8', [{ as: 'u8' }], 'ff', '255'],
    ['u64', [{ as: 'u64' }], 'ffffffffffffffff', '18446744073709551615'],
    ['u64le', [{ as: 'u64le' }], '0100000000000000', '1'],
    ['bytes', [{ as: 'bytes', size: 3 }, { as: 'u8' }], '0a0b0c02', '0a0b0c/2'],
    ['lp8', [{ as: 'lp8' }, { as: 'lp8' }], '02aabb01cc', 'aabb/cc'],
    ['lp64', [{ as: 'lp64' }, { as: 'u8' }], '0000000000000002aabb07', 'aabb/7'],
    ['lp64text', [{ as: 'lp64text' }, { as: 'rest' }], '00000000000000023132beef', '12/beef'],
    ['time', [{ as: 'time' }, { as: 'u8' }], `${TIME}01`, `${NANOS}/1`],
    ['lp64time', [{ as: 'lp64time' }, { as: 'u64' }], `000000000000001d${TIME}0000000000000003`, `${NANOS}/3`],
    ['flip', [{ as: 'flip', size: 2 }], '00f0', 'ff0f'],
    ['skip', [{ as: 'u8' }, { as: 'skip', size: 2 }, { as: 'u8' }], '01999902', '1/2'],
    ['rest', [{ as: 'rest' }], '0102', '0102'],
    ['text', [{ as: 'text' }], Buffer.from('channel-0/é').toString('hex'), 'channel-0/é'],
    ['textTo', [{ as: 'textTo', separator: 0 }, { as: 'lp8' }], '7374616b650001aa', 'stake/aa'],
  ])('%s', (_, parts, key, row) => {
    expect(read(parts, key)).toBe(row);
  });
});

describe('a key that does not fit its layout is an error', () => {
  test.each<[why: string, parts: readonly KeyPart[], key: string, message: RegExp]>([
    ['it goes on', [{ as: 'u8' }], '0102', /1 bytes more/u],
    ['it has bytes where none belong', [], '01', /1 bytes more/u],
    ['it ends too early', [{ as: 'u64' }], '01', /ends 7 bytes too early/u],
    ['its length byte promises too much', [{ as: 'lp8' }], '05aa', /ends 4 bytes too early/u],
    ['its long length promises too much', [{ as: 'lp64' }], 'ffffffffffffffffaa', /announces 18446744073709551615/u],
    ['its separator is missing', [{ as: 'textTo', separator: 0 }], '7374', /separator/u],
    ['its text is not UTF-8', [{ as: 'text' }], 'ff', /not text/u],
    ['its time is none', [{ as: 'time' }], '00'.repeat(29), /not a time/u],
    ['its time is not in the calendar', [{ as: 'time' }], NO_DAY, /not a time/u],
    ['its month is shorter', [{ as: 'time' }], NO_DAY_OF_FEBRUARY, /not a time/u],
  ])('%s', (_, parts, key, message) => {
    expect(() => read(parts, key)).toThrow(message);
  });
});
