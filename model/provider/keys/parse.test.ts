import { describe, expect, test } from 'vitest';
import { keyJson, keyOf } from '../testing.ts';
import { parseConsumerKey, readKeyText } from './parse.ts';

test('reads the key of a message', () => {
  expect(parseConsumerKey(keyJson('a'))).toBe(keyOf('a'));
});

describe('the JSON of a key', () => {
  test('may have its names in any case and leave them out', () => {
    expect(readKeyText('{"@TYPE":"t","Key":"k","more":1}')).toEqual({ type: 't', key: 'k' });
    expect(readKeyText('{}')).toEqual({ type: '', key: '' });
    expect(readKeyText('null')).toEqual({ type: '', key: '' });
  });

  test.each(['', 'key', '[]', '1', '"text"', '{"key":1}', '{'])('is not %s', (text) => {
    expect(readKeyText(text)).toBeUndefined();
  });
});

test.each([
  ['{"@type":"/cosmos.crypto.secp256k1.PubKey","key":""}', 'staking', 6],
  ['{"@type":"/cosmos.crypto.ed25519.PubKey","key":"***"}', 'undefined', 1],
  ['{"@type":"/cosmos.crypto.ed25519.PubKey","key":"YQ"}', 'undefined', 1],
])('%s is refused', (text, codespace, code) => {
  expect(() => parseConsumerKey(text)).toThrow(expect.objectContaining({ codespace, code }));
});
