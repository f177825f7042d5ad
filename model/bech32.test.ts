import { describe, expect, test } from 'vitest';
import { addressOf, bech32 } from './bech32.ts';

const ADDRESS = '96daf4e28e8ee14ccfd6083204e271643ee4ebcc';

describe('an address in bech32', () => {
  test('is read back to the bytes that were written', () => {
    expect(addressOf('cosmosvaloper', bech32('cosmosvaloper', ADDRESS))).toBe(ADDRESS);
  });

  test('is undefined with another prefix', () => {
    expect(addressOf('cosmos', bech32('consumer', ADDRESS))).toBeUndefined();
  });

  test('is undefined when its checksum is wrong', () => {
    expect(addressOf('cosmos', `${bech32('cosmos', ADDRESS).slice(0, -1)}q`)).toBeUndefined();
  });
});
