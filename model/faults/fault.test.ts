import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import { supply } from '../../specs/tables/bank.ts';
import { consumerParams, type ConsumerParamsRow } from '../../specs/tables/consumer.ts';
import { valsetUpdateId } from '../../specs/tables/provider.ts';
import { Draft, type Bend } from '../draft.ts';
import { bendConsumerRow, bendObservation, bendReading, bendRow, keepRow } from './fault.ts';

/** A block that begins with a supply of 7 and changes it. */
function draftWith(bend: Bend): Draft {
  return new Draft(new Map([[supply.name, new Map([['stake', 7n]])]]), bend);
}

describe('a bent row', () => {
  const draft = draftWith(bendRow(supply, (row, before = 0n) => row + before));

  test('is written bent, with the row before at hand', () => {
    draft.set(supply, 'stake', 10n);
    expect(draft.get(supply, 'stake')).toBe(17n);
    expect(draft.changes()).toEqual([{ table: supply.name, key: 'stake', row: 17n }]);
  });

  test('of another table is left alone', () => {
    draft.set(valsetUpdateId, SINGLETON, 3n);
    expect(draft.get(valsetUpdateId, SINGLETON)).toBe(3n);
  });
});

describe('a bent reading', () => {
  const draft = draftWith(bendReading(supply, (row) => row + 1n));

  test('changes what is read and not what is stored', () => {
    expect(draft.get(supply, 'stake')).toBe(8n);
    expect([...draft.entries(supply)]).toEqual([['stake', 7n]]);
    expect(draft.changes()).toEqual([]);
  });

  test('does not make up rows', () => {
    expect(draft.get(supply, 'other')).toBeUndefined();
  });
});

describe('a kept row', () => {
  const keepLarge = keepRow(supply, (row) => row > 5n);

  test('stays when it is deleted', () => {
    const draft = draftWith(keepLarge);
    draft.delete(supply, 'stake');
    expect(draft.get(supply, 'stake')).toBe(7n);
  });

  test('is deleted when it does not meet the condition', () => {
    const draft = draftWith(keepLarge);
    draft.set(supply, 'stake', 5n);
    draft.delete(supply, 'stake');
    expect(draft.has(supply, 'stake')).toBe(false);
  });
});

test('a row of consumers is bent where the parameters of a consumer stand, and nowhere else', () => {
  const draft = draftWith(bendConsumerRow(supply, (row, before = 0n) => row + before));
  draft.set(supply, 'stake', 10n);
  expect(draft.get(supply, 'stake')).toBe(10n);
  draft.set(consumerParams, SINGLETON, {} as ConsumerParamsRow);
  draft.set(supply, 'stake', 3n);
  expect(draft.get(supply, 'stake')).toBe(13n);
});

test('a bent observation changes nothing but what is said', () => {
  const bend = bendObservation((observation) => ({ ...observation, txResults: [] }));
  const observation = { height: 2n, validatorUpdates: [], sentPackets: [], writtenAcks: [], changes: [] };
  expect(bend.show?.({ ...observation, txResults: [{ codespace: '', code: 0 }] })).toEqual({
    ...observation,
    txResults: [],
  });
});
