import { describe, expect, test } from 'vitest';
import { errorAcknowledgement, readAcknowledgement, resultAcknowledgement } from './acknowledgement.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');

describe('an acknowledgement', () => {
  test('of success is read as it was written', () => {
    expect(resultAcknowledgement('01')).toBe(hex('{"result":"AQ=="}'));
    expect(readAcknowledgement(resultAcknowledgement('01'))).toEqual({ result: '01' });
  });

  test('of an error tells no more than its code', () => {
    const { error } = readAcknowledgement(errorAcknowledgement(7)) ?? {};
    expect(error).toBe('ABCI code: 7: error handling packet: see events for details');
  });

  test('can hold neither', () => {
    expect(readAcknowledgement(hex('{}'))).toEqual({});
  });

  test.each(['', '{', 'null', '7', '[]', '{"reason":"none"}', '{"error":7}', '{"result":"AQ==","error":"no"}'])(
    'is undefined for %j',
    (text) => {
      expect(readAcknowledgement(hex(text))).toBeUndefined();
    },
  );
});
