import { describe, expect, test } from 'vitest';
import { balances, supply } from '../../specs/tables/bank.ts';
import { consumerChainIds, consumerPhases, slashMeter } from '../../specs/tables/provider.ts';
import type { Value } from '../../specs/value.ts';
import { CodecError } from '../codec/codec-error.ts';
import type { Codec } from '../codec/codec.ts';
import type { AbciAnswer } from '../facts/queried-chain.ts';
import { ObservationError } from './observation-error.ts';
import { allQuestions, ask, dueQuestion, type Asked } from './queries.ts';
import { requestText } from './queries/query-check.ts';
import { fakeCodec } from './testing/fake-codec.ts';

const asked: Asked = {
  kind: 'provider',
  bech32Prefix: 'cosmos',
  chainId: 'provider',
  height: 5n,
  state: new Map<string, ReadonlyMap<string, Value>>([
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
};

/** A chain that answers every query with this response. */
function answering(response: Value, answer: Partial<AbciAnswer> = {}) {
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

describe('asking', () => {
  const supplyOf = question('SupplyOf');

  test('returns what the program answers', async () => {
    const response = { amount: { denom: 'stake', amount: 8n } };
    expect(await ask(supplyOf, answering(response))).toEqual({ kind: 'answered', response });
  });

  test('returns with which code it refuses', async () => {
    const refused = { code: 22, codespace: 'sdk' };
    expect(await ask(supplyOf, answering({}, refused))).toEqual({ kind: 'refused', ...refused });
  });

  test('fails where the answer cannot be decoded', async () => {
    await expect(ask(supplyOf, answering(null))).rejects.toThrow(ObservationError);
  });

  test('says that the program does not have the query', async () => {
    const chain = answering({});
    expect(await ask(supplyOf, { ...chain, codec: { ...chain.codec, has: () => false } })).toEqual({ kind: 'unknown' });
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
    expect(dueQuestion(10n, 5n, { ...asked, kind: 'consumer', state: new Map() })?.check.method).toBe(
      'QueryThrottleState',
    );
    const none = { chains: [], pagination: { next_key: '', total: 0n } };
    expect(allQuestions({ ...asked, state: new Map() }).map(({ answer }) => answer)).toEqual([
      ...Array.from({ length: 6 }, () => none),
      { denoms: [] },
    ]);
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
