import { viewOf } from '../../../specs/rows.ts';
import { describe, expect, test } from 'vitest';
import { bech32 } from '../../../model/bech32.ts';
import type { RowChange } from '../../../specs/block.ts';
import {
  commission,
  delegated,
  earns,
  owes,
  period,
  running,
  thousandths,
} from '../../../specs/testing/distribution-rows.ts';
import type { Value } from '../../../specs/value.ts';
import { distributionQueries } from './distribution.ts';

const OPERATOR = 'aa'.repeat(20);
const DELEGATOR = 'dd'.repeat(20);
const rows = [
  ...delegated(OPERATOR, DELEGATOR, 10),
  period(OPERATOR, 1, 100, 2),
  running(OPERATOR, 2, 5_000),
  earns(OPERATOR, DELEGATOR, 10, 1, 7),
  commission(OPERATOR, 500),
  owes(OPERATOR, 5_500),
];

/** What a query should answer at a height. */
function answersTo(method: string, height: bigint) {
  const view = viewOf(tablesOf(rows));
  const check = distributionQueries.find((query) => query.method === method);
  const chain = { bech32Prefix: 'cosmos', chainId: 'provider', height, state: new Map() };
  return check?.questions(view, chain).map(({ request, answer }) => ({ request, answer }));
}

function tablesOf(changes: readonly RowChange[]): Map<string, Map<string, Value>> {
  const tables = new Map<string, Map<string, Value>>();
  for (const { table, key, row } of changes) {
    const known = tables.get(table) ?? new Map<string, Value>();
    if (row !== undefined) known.set(key, row);
    tables.set(table, known);
  }
  return tables;
}

const validator_address = bech32('cosmosvaloper', OPERATOR);

describe('queries of rewards', () => {
  test('ask what each validator owes and may take', () => {
    expect(answersTo('ValidatorOutstandingRewards', 9n)).toEqual([
      { request: { validator_address }, answer: { rewards: { rewards: thousandths(5_500) } } },
    ]);
    expect(answersTo('ValidatorCommission', 9n)).toEqual([
      { request: { validator_address }, answer: { commission: { commission: thousandths(500) } } },
    ]);
  });

  test('ask what each delegation has earned, which is nothing in the block in which it began', () => {
    const request = { delegator_address: bech32('cosmos', DELEGATOR), validator_address };
    expect(answersTo('DelegationRewards', 9n)).toEqual([{ request, answer: { rewards: thousandths(5_000) } }]);
    expect(answersTo('DelegationRewards', 7n)).toEqual([{ request, answer: { rewards: [] } }]);
  });

  test('ask nothing about rows that are not there', () => {
    expect(answersTo('CommunityPool', 9n)).toEqual([]);
    expect(answersTo('DelegatorWithdrawAddress', 9n)).toEqual([]);
    expect(answersTo('Inflation', 9n)).toEqual([]);
  });
});
