import { viewOf } from '../../specs/rows.ts';
import { describe, expect, test } from 'vitest';
import { balances, supply } from '../../specs/tables/bank.ts';
import { consumerChainIds, consumerPhases, slashMeter } from '../../specs/tables/provider.ts';
import type { Value } from '../../specs/value.ts';
import { CodecError } from '../codec/codec-error.ts';
import type { Codec } from '../codec/codec.ts';
import type { Answer } from '../engines/engine.ts';
import { ObservationError } from './observation-error.ts';
import { allQuestions, ask, dueQuestion, type Asked } from './queries.ts';
import { requestText } from './queries/query-check.ts';
import { fakeCodec } from './testing/fake-codec.ts';

const asked: Asked = {
  kind: 'provider',
  bech32Prefix: 'cosmos',
  chainId: 'provider',
  height: 5n,
  rows: viewOf(
    new Map<string, ReadonlyMap<string, Value>>([
      [slashMeter.name, new Map([['', 5n]])],
      [consumerPhases.name, new Map([['0', 'CONSUMER_PHASE_REGISTERED']])],
      [consumerChainIds.name, new Map([['0', 'c0-1']])],
      [supply.name, new Map([['stake', 7n]])],
      [
        balances.name,
        new Map([
          [`${'11'.repeat(20)}/stake`, 3n],
          [`${'22'.repeat(20)}/ibc/AB`, 4n],
        ]),
      ],
    ]),
  ),
};

/** A chain that answers every query with this response. */
function answering(response: Value, answer: Partial<Answer> = {}) {
  const codec: Codec = {
    ...fakeCodec(),
    encode: () => Buffer.alloc(0),
    decode: (type) => {
      if (response === null) throw new CodecError(type, 'no message', 'ff');
      return response;
    },
  };
  return {
    codec,
    query: () => Promise.resolve({ code: 0, codespace: '', value: Buffer.from('ff', 'hex'), height: 1n, ...answer }),
  };
}

function question(method: string) {
  const found = allQuestions(asked).find(({ check }) => check.method === method);
  if (found === undefined) throw new Error(`no question of ${method}`);
  return found;
}

describe('the answer to a query', () => {
  const supplyOf = question('SupplyOf');

  test('that the store confirms is no difference, whatever else it says', async () => {
    const response = { amount: { denom: 'stake', amount: 7n, more: true }, pagination: null };
    expect(await ask(supplyOf, answering(response))).toEqual([]);
  });

  test('that the store denies is a difference', async () => {
    expect(await ask(supplyOf, answering({ amount: { denom: 'stake', amount: 8n } }))).toEqual([
      {
        kind: 'query',
        path: ['queries', 'SupplyOf {"denom":"stake"}', 'amount', 'amount'],
        expected: 7n,
        observed: 8n,
      },
    ]);
  });

  test('that lacks a field, or a message, is a difference', async () => {
    expect(await ask(supplyOf, answering({ amount: { denom: 'stake' } }))).toHaveLength(1);
    expect(await ask(supplyOf, answering({ amount: {} }))).toHaveLength(2);
    expect(await ask(supplyOf, answering({}))).toHaveLength(1);
  });

  test('whose list is too long or too short is a difference', async () => {
    const chains = allQuestions(asked).find(
      ({ check, request }) =>
        check.method === 'QueryConsumerChains' && request['phase'] === 'CONSUMER_PHASE_REGISTERED',
    );
    if (chains === undefined) throw new Error('no question');
    const listed = chains.answer['chains'] ?? null;
    const list = Array.isArray(listed) ? listed : [];
    expect(await ask(chains, answering({ chains: list }))).toEqual([]);
    expect(await ask(chains, answering({ chains: [] }))).toHaveLength(1);
    expect(await ask(chains, answering({ chains: [...list, { consumer_id: '1' }] }))).toHaveLength(1);
  });

  test('that is a refusal is a difference', async () => {
    expect(await ask(supplyOf, answering({}, { code: 22, codespace: 'sdk' }))).toMatchObject([
      { kind: 'query', observed: { codespace: 'sdk', code: 22 } },
    ]);
  });

  test('that cannot be decoded is an error', async () => {
    await expect(ask(supplyOf, answering(null))).rejects.toThrow(ObservationError);
  });

  test('that the program does not know is a difference', async () => {
    const chain = answering({});
    expect(await ask(supplyOf, { ...chain, codec: { ...chain.codec, has: () => false } })).toMatchObject([
      { kind: 'query', observed: 'unknown: the program has no cosmos.bank.v1beta1.Query' },
    ]);
  });
});

describe('which question is due', () => {
  test('is decided by the height alone', () => {
    expect(dueQuestion(7n, 5n, asked)).toBeUndefined();
    const first = dueQuestion(10n, 5n, asked);
    expect(first).toBeDefined();
    expect(dueQuestion(10n, 5n, asked)).toEqual(first);
  });

  test('asks only what an empty store can confirm: that there is nothing', () => {
    expect(dueQuestion(10n, 5n, { ...asked, kind: 'consumer', rows: viewOf(new Map()) })?.check.method).toBe(
      'QueryThrottleState',
    );
    expect(allQuestions({ ...asked, rows: viewOf(new Map()) }).map(({ answer }) => answer)).toEqual(
      Array.from({ length: 6 }, () => ({ chains: [] })),
    );
  });

  test('changes from turn to turn, until every question that can be asked has been', () => {
    const seen = new Set<string>();
    for (let height = 0n; height < 5_000n; height += 5n) {
      const due = dueQuestion(height, 5n, asked);
      if (due !== undefined) seen.add(`${due.check.method} ${requestText(due.request)}`);
    }
    const all = allQuestions(asked).map(({ check, request }) => `${check.method} ${requestText(request)}`);
    expect([...seen].toSorted()).toEqual([...new Set(all)].toSorted());
  });
});

test('a denomination may have slashes, an address is asked for in bech32', () => {
  const requests = allQuestions(asked).filter(({ check }) => check.method === 'Balance');
  expect(requests.map(({ request, answer }) => [request['denom'], answer['balance']])).toEqual([
    ['stake', { denom: 'stake', amount: 3n }],
    ['ibc/AB', { denom: 'ibc/AB', amount: 4n }],
  ]);
  expect(requests[0]?.request['address']).toMatch(/^cosmos1/u);
});
