import { describe, expect, test } from 'vitest';
import { crossChainValidators } from '../tables/consumer.ts';
import { validator } from '../testing/chains.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, Story, vscPacket } from '../testing/story.ts';
import { validatorUpdateInclusion } from './validator-update-inclusion.ts';

const consumer = () =>
  new Story().start('c0', {
    rows: [validator('aa', 5), validator('bb', 7)],
    updates: [
      { pubKey: 'aa', power: 5n },
      { pubKey: 'bb', power: 7n },
    ],
  });
const bunch = [vscPacket(1, 1, { aa: 6 }), vscPacket(2, 2, { aa: 8, bb: 0 })];

describe('validator update inclusion', () => {
  test('accepts a block that applies the last update of each key', () => {
    const { events } = consumer().block('c0', {
      received: bunch,
      rows: [validator('aa', 8), drop(crossChainValidators, 'bb')],
    });
    expect(firstViolation(validatorUpdateInclusion, events)).toBeUndefined();
  });

  test('rejects a block in which an earlier update wins', () => {
    const { events } = consumer().block('c0', {
      received: bunch,
      rows: [validator('aa', 6), drop(crossChainValidators, 'bb')],
    });
    expect(firstViolation(validatorUpdateInclusion, events)?.because).toBe(
      'the key aa has power 6; however the last update that arrived sets 8',
    );
  });

  test('rejects a block that ignores a removal', () => {
    const { events } = consumer().block('c0', { received: bunch, rows: [validator('aa', 8)] });
    expect(firstViolation(validatorUpdateInclusion, events)?.because).toContain('the key bb has power 7');
  });

  test('rejects a set that changes although no packet arrived', () => {
    const { events } = consumer().block('c0', { rows: [drop(crossChainValidators, 'bb')] });
    expect(firstViolation(validatorUpdateInclusion, events)?.because).toContain('its set has 1 validators');
  });
});
