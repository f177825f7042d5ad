import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import { supply } from '../../specs/tables/bank.ts';
import { consumerParams, type ConsumerParamsRow } from '../../specs/tables/consumer.ts';
import { valsetUpdateId } from '../../specs/tables/provider.ts';
import { Draft, type Mutation } from '../draft.ts';
import { mutateConsumerRow, mutateObservation, mutateReading, mutateRow, keepRow } from './fault.ts';

/** A draft on a state with a supply of 7. */
function draftWith(mutation: Mutation): Draft {
  return new Draft(new Map([[supply.name, new Map([['stake', 7n]])]]), mutation);
}

describe('mutateRow', () => {
  const draft = draftWith(mutateRow(supply, (row, before = 0n) => row + before));

  test('changes a row before it is written, and passes the old row', () => {
    draft.set(supply, 'stake', 10n);
    expect(draft.get(supply, 'stake')).toBe(17n);
    expect(draft.changes()).toEqual([{ table: supply.name, key: 'stake', row: 17n }]);
  });

  test('does not change rows of other tables', () => {
    draft.set(valsetUpdateId, SINGLETON, 3n);
    expect(draft.get(valsetUpdateId, SINGLETON)).toBe(3n);
  });
});

describe('mutateReading', () => {
  const draft = draftWith(mutateReading(supply, (row) => row + 1n));

  test('changes what is read, but not what is stored', () => {
    expect(draft.get(supply, 'stake')).toBe(8n);
    expect([...draft.entries(supply)]).toEqual([['stake', 7n]]);
    expect(draft.changes()).toEqual([]);
  });

  test('does not create rows', () => {
    expect(draft.get(supply, 'other')).toBeUndefined();
  });
});

describe('keepRow', () => {
  const keepLarge = keepRow(supply, (row) => row > 5n);

  test('keeps a row that is deleted', () => {
    const draft = draftWith(keepLarge);
    draft.delete(supply, 'stake');
    expect(draft.get(supply, 'stake')).toBe(7n);
  });

  test('does not keep a row that does not meet the condition', () => {
    const draft = draftWith(keepLarge);
    draft.set(supply, 'stake', 5n);
    draft.delete(supply, 'stake');
    expect(draft.has(supply, 'stake')).toBe(false);
  });
});

test('mutateConsumerRow changes a row only in a state that has consumer parameters', () => {
  const draft = draftWith(mutateConsumerRow(supply, (row, before = 0n) => row + before));
  draft.set(supply, 'stake', 10n);
  expect(draft.get(supply, 'stake')).toBe(10n);
  draft.set(consumerParams, SINGLETON, {} as ConsumerParamsRow);
  draft.set(supply, 'stake', 3n);
  expect(draft.get(supply, 'stake')).toBe(13n);
});

test('mutateObservation changes the observation', () => {
  const mutation = mutateObservation((observation) => ({ ...observation, txResults: [] }));
  const observation = { height: 2n, validatorUpdates: [], sentPackets: [], writtenAcks: [], changes: [] };
  expect(mutation.show?.({ ...observation, txResults: [{ codespace: '', code: 0 }] })).toEqual({
    ...observation,
    txResults: [],
  });
});
