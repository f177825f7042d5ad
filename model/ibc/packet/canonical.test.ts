import { describe, expect, test } from 'vitest';
import { isCanonicalAcknowledgement } from './canonical.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');

describe('an acknowledgement', () => {
  test.each([
    ['{"result":"AQ=="}', true],
    ['{"error":"ABCI code: 1: \\u003cx\\u003e"}', true],
    ['{}', true],
    ['v1', true],
    ['7', true],
    ['{"other":1}', true],
    ['{"result":"AQ=="} ', false],
    ['{"error":"<x>"}', false],
  ])('%s is canonical: %s', (text, expected) => {
    expect(isCanonicalAcknowledgement(hex(text))).toBe(expected);
  });
});
