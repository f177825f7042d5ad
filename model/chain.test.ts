import { SINGLETON } from '../specs/key.ts';
import { expect, test } from 'vitest';
import { supply } from '../specs/tables/bank.ts';
import { historicalInfo } from '../specs/tables/staking/chain.ts';
import { valsetUpdateId } from '../specs/tables/provider.ts';
import type { Value } from '../specs/value.ts';
import { resumeChain, type ModelChain } from './chain.ts';
import type { Context, Module } from './context.ts';
import { providerProgram } from './provider/program.ts';

const seen: Context['block'][] = [];

const keeps: Module = { name: 'keeps', exports: () => [supply] };
const counts: Module = {
  name: 'counts',
  exports: () => [valsetUpdateId],
  importGenesis({ draft, block }) {
    seen.push(block);
    draft.set(valsetUpdateId, SINGLETON, (draft.get(valsetUpdateId, SINGLETON) ?? 0n) + 1n);
    return [{ pubKey: 'aa', power: 5n }];
  },
};

const chain: ModelChain = {
  program: { ...providerProgram(), initGenesis: [keeps, counts] },
  features: new Set(),
  state: new Map<string, ReadonlyMap<string, Value>>([
    [supply.name, new Map([['stake', 7n]])],
    [valsetUpdateId.name, new Map([['', 3n]])],
    [historicalInfo.name, new Map([['1', '']])],
  ]),
};

test('a chain that starts from its own export has the exported tables, as its modules import them', () => {
  const { chain: after, observation } = resumeChain(chain, { chainId: 'c', height: 9n, time: 4n });
  expect([...after.state].map(([table, rows]) => [table, [...rows]])).toEqual([
    [supply.name, [['stake', 7n]]],
    [valsetUpdateId.name, [['', 4n]]],
  ]);
  expect(observation).toMatchObject({ height: 8n, validatorUpdates: [{ pubKey: 'aa', power: 5n }] });
  expect(seen).toMatchObject([{ chainId: 'c', height: 9n, time: 4n, votes: [] }]);
});
