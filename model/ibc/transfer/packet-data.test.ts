import { describe, expect, test } from 'vitest';
import { readTransfer } from '../../../specs/transfer-packet.ts';
import { writeTransfer } from './packet-data.ts';

const DATA = { denom: 'stake', amount: 7n, sender: 's', receiver: 'r', memo: '' };
const textOf = (hex: string) => Buffer.from(hex, 'hex').toString();

describe('the data of a transfer packet', () => {
  test('has its fields in the order of their names, or of the message, without an empty memo', () => {
    expect(textOf(writeTransfer(DATA, new Set()))).toBe('{"amount":"7","denom":"stake","receiver":"r","sender":"s"}');
    expect(textOf(writeTransfer({ ...DATA, memo: 'a<b' }, new Set(['ibc-transfer-v2'] as const)))).toBe(
      '{"denom":"stake","amount":"7","sender":"s","receiver":"r","memo":"a\\u003cb"}',
    );
  });

  test('is read in any order', () => {
    const memo = '{"provider":{}}';
    expect(readTransfer(writeTransfer({ ...DATA, memo }, new Set()))).toEqual({ ...DATA, memo });
  });

  test.each(['', '7', 'null', '{"denom":"x"}', '{"denom":"x","amount":"y","sender":"s","receiver":"r"}'])(
    'is undefined for %j',
    (text) => {
      expect(readTransfer(Buffer.from(text).toString('hex'))).toBeUndefined();
    },
  );
});
