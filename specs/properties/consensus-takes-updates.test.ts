import { expect, test } from 'vitest';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { consensusTakesUpdates } from './consensus-takes-updates.ts';

const started = (): Story => new Story().start('c0', { updates: [{ pubKey: 'aa', power: 1n }] });
const update = (pubKey: string, power: bigint) => ({ pubKey, power });

test('accepts validators that join, change their power or leave', () => {
  const { events } = started()
    .block('c0', { updates: [update('aa', 2n), update('bb', 1n)] })
    .block('c0', { updates: [update('aa', 0n)] });
  expect(firstViolation(consensusTakesUpdates, events)).toBeUndefined();
});

test('accepts that one block replaces all validators', () => {
  const { events } = started().block('c0', { updates: [update('aa', 0n), update('bb', 1n)] });
  expect(firstViolation(consensusTakesUpdates, events)).toBeUndefined();
});

test('rejects the removal of the last validator, which the releases allow', () => {
  const { events } = started()
    .block('c0', { updates: [update('bb', 1n)] })
    .block('c0', { updates: [update('aa', 0n), update('bb', 0n)] });
  expect(firstViolation(consensusTakesUpdates, events)).toMatchObject({
    because: 'it removes every validator; however consensus needs one',
    deviation: 'last-validator-leaves',
  });
});

test('rejects the removal of a validator that never was in the set', () => {
  const { events } = started().block('c0', { updates: [update('bb', 0n)] });
  expect(firstViolation(consensusTakesUpdates, events)?.because).toContain('it removes the key bb; however');
});

test('rejects the removal of a validator that left the set', () => {
  const { events } = started()
    .block('c0', { updates: [update('bb', 1n), update('aa', 0n)] })
    .block('c0', { updates: [update('aa', 0n)] });
  expect(firstViolation(consensusTakesUpdates, events)?.because).toContain('it removes the key aa; however');
});

test('rejects a key that occurs twice', () => {
  const { events } = started().block('c0', { updates: [update('aa', 2n), update('aa', 3n)] });
  expect(firstViolation(consensusTakesUpdates, events)?.because).toContain('it updates the key aa; however');
});
