import { expect, test } from 'vitest';
import { consumerChainIds } from '../../specs/tables/provider/consumers.ts';
import { consumerNames } from './consumer-names.ts';

test('a consumer is called as its chain, and by its chain id before it has one', () => {
  const rows = new Map([
    [
      consumerChainIds.name,
      new Map([
        ['0', 'c0-1'],
        ['1', 'c1-1'],
      ]),
    ],
  ]);
  const names = consumerNames(rows, [{ name: 'c0', genesis: { chainId: 'c0-1' } }]);
  expect([...names]).toEqual([
    ['0', 'c0'],
    ['1', 'c1-1'],
  ]);
});

test('without a provider no consumer has a name', () => {
  expect(consumerNames(undefined, []).size).toBe(0);
});
