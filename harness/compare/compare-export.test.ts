import { describe, expect, test } from 'vitest';
import { crossChainValidators } from '../../specs/tables/consumer.ts';
import { lastValidatorPowers, validators } from '../../specs/tables/staking/validator.ts';
import { staked } from '../../specs/testing/provider-rows.ts';
import type { Value } from '../../specs/value.ts';
import { addressOfKey } from '../../model/consensus/validator-set.ts';
import { compareExport } from './compare-export.ts';

const KEY = 'aa'.repeat(32);
const address = addressOfKey(KEY);
const began = { chainId: 'c', height: 9n };
const pubkey = { '@type': '/cosmos.crypto.ed25519.PubKey', key: KEY } as const;

function chainOf(kind: 'provider' | 'consumer', rows: readonly (readonly [string, string, Value])[]) {
  return { program: { kind }, state: new Map(rows.map(([table, key, row]) => [table, new Map([[key, row]])])) };
}

const provider = chainOf('provider', [
  [validators.name, 'op', { ...staked('aa', 5), consensus_pubkey: pubkey }],
  [lastValidatorPowers.name, 'op', { value: 5n }],
]);
const consumer = chainOf('consumer', [
  [crossChainValidators.name, address, { address, power: 5n, pubkey, opted_out: false }],
]);

function file(pubKey: string | null) {
  return { chainId: 'c', initialHeight: 9n, validators: [{ address, pubKey, power: 5n }] };
}

describe('what consensus reads of an exported genesis', () => {
  test('names whoever is bonded on a provider, and the validators of a consumer without their keys', () => {
    expect(compareExport(provider, began, file(KEY))).toEqual([]);
    expect(compareExport(consumer, began, file(null))).toEqual([]);
    expect(compareExport(consumer, began, file(KEY))).toMatchObject([
      { path: ['exported genesis', 'validators', '0', 'pubKey'], expected: null, observed: KEY },
    ]);
  });

  test.each([
    [{ chainId: 'd' }, ['chainId']],
    [{ initialHeight: 8n }, ['initialHeight']],
    [{ validators: [{ address, pubKey: KEY, power: 6n }] }, ['validators', '0', 'power']],
    [{ validators: [] }, ['validators', '0']],
  ])('differs with %o', (change, path) => {
    expect(compareExport(provider, began, { ...file(KEY), ...change })).toMatchObject([
      { path: ['exported genesis', ...path] },
    ]);
  });
});
