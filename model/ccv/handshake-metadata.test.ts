import { expect, test } from 'vitest';
import { readHandshakeMetadata, writeHandshakeMetadata } from './handshake-metadata.ts';

const metadata = { providerFeePoolAddr: 'cosmos1pool', version: '1' };

test('metadata is read as it was written', () => {
  expect(readHandshakeMetadata(writeHandshakeMetadata(metadata))).toEqual(metadata);
});

test.each(['1', 'ics20-1', writeHandshakeMetadata(metadata).slice(0, -1)])('%j is no metadata', (text) => {
  expect(readHandshakeMetadata(text)).toBeUndefined();
});
