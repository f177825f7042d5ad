import { SINGLETON } from './key.ts';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { rowsOf, viewOf } from './rows.ts';
import { accounts, nextAccountNumber, type AccountRow } from './tables/auth.ts';

describe('the rows of a chain', () => {
  const rows = new Map([[nextAccountNumber.name, new Map([['', 7n]])]]);

  test('are read with the type of their table', () => {
    expectTypeOf(rowsOf(rows, nextAccountNumber).get(SINGLETON)).toEqualTypeOf<bigint | undefined>();
    expectTypeOf(viewOf(rows).row(accounts, 'aa')).toEqualTypeOf<AccountRow | undefined>();
    expect(rowsOf(rows, nextAccountNumber).get(SINGLETON)).toBe(7n);
    expect(viewOf(rows).row(nextAccountNumber, SINGLETON)).toBe(7n);
  });

  test('are empty in a table that was never written', () => {
    expect(rowsOf(rows, accounts).size).toBe(0);
    expect([...viewOf(rows).rows(accounts)]).toEqual([]);
  });
});
