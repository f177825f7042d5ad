import { describe, expect, test } from 'vitest';
import { queryCheck } from '../observe/queries/query-check.ts';
import { compareAnswer } from './compare-answer.ts';

const SERVICE = 'cosmos.bank.v1beta1.Query';
const question = {
  check: queryCheck(SERVICE, 'SupplyOf', ['amount', 'chains.id', 'chains.page'], () => []),
  request: { denom: 'stake' },
  answer: { amount: { denom: 'stake', amount: 7n }, chains: [{ id: '0', page: { total: 1n } }] },
};
const { amount, chains } = question.answer;
const path = ['queries', 'SupplyOf {"denom":"stake"}'];

const differencesOf = (response: Parameters<typeof answered>[0]) => compareAnswer(question, answered(response));
const answered = (response: { readonly [field: string]: unknown }) =>
  ({ kind: 'answered', response: response as typeof question.answer }) as const;

describe('the answer to a query', () => {
  test('does not differ where the store confirms it, whatever it says beside the fields that are compared', () => {
    expect(differencesOf(question.answer)).toEqual([]);
    expect(differencesOf({ ...question.answer, pagination: null })).toEqual([]);
    expect(differencesOf({ amount, chains: [{ ...chains[0], more: 1n }] })).toEqual([]);
  });

  test('differs in a value', () => {
    expect(differencesOf({ amount: { denom: 'stake', amount: 8n }, chains })).toEqual([
      { kind: 'query', path: [...path, 'amount', 'amount'], expected: 7n, observed: 8n },
    ]);
  });

  test('differs where it lacks a field, or has one more in a message that is compared whole', () => {
    expect(differencesOf({ amount: { denom: 'stake' }, chains })).toHaveLength(1);
    expect(differencesOf({ amount: {}, chains })).toHaveLength(2);
    expect(differencesOf({ chains })).toHaveLength(1);
    expect(differencesOf({ amount: { ...amount, more: true }, chains })).toHaveLength(1);
    expect(differencesOf({ amount, chains: [{ id: '0', page: { total: 1n, more: 0n } }] })).toHaveLength(1);
  });

  test('differs where a list is too long, too short or of other messages', () => {
    expect(differencesOf({ amount, chains: [] })).toHaveLength(1);
    expect(differencesOf({ amount, chains: [...chains, { id: '1', page: null }] })).toHaveLength(1);
    expect(differencesOf({ amount, chains: [{ id: '1', page: { total: 1n } }] })).toHaveLength(1);
  });

  test('differs where the store expects more than the query compares', () => {
    const more = { ...question, answer: { ...question.answer, height: 1n } };
    expect(compareAnswer(more, answered({ ...question.answer, height: 1n }))).toHaveLength(1);
  });

  test('differs where it is a refusal', () => {
    expect(compareAnswer(question, { kind: 'refused', codespace: 'sdk', code: 22 })).toEqual([
      { kind: 'query', path, expected: question.answer, observed: { codespace: 'sdk', code: 22 } },
    ]);
  });

  test('differs where the program does not have the query', () => {
    expect(compareAnswer(question, { kind: 'unknown' })).toMatchObject([
      { kind: 'query', observed: `unknown: the program has no ${SERVICE}` },
    ]);
  });
});
