import { describe, expect, test } from 'vitest';
import { consumerId, establishedChannel, mapped, validator } from '../testing/chains.ts';
import { launched, made, member } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { validatorSetReplication } from './validator-set-replication.ts';

/** A provider that launches a consumer with one validator, and changes its power in block 3, in VSC 2. */
function history(): Story {
  const updates = [{ pubKey: 'aa', power: 5n }];
  return new Story()
    .start('provider')
    .block('provider', { rows: [...launched('0', { aa: 5 }), made(1, 1)] })
    .start('c0', { genesis: consumerId('0'), rows: [validator('aa', 5), mapped(0, 0)], updates })
    .block('provider')
    .block('provider', { rows: [member('0', 'aa', 9), made(2, 3)] })
    .block('c0', { rows: [mapped(2, 0)] });
}

const updates = [{ pubKey: 'aa', power: 9n }];

describe('validator set replication', () => {
  test('accepts a consumer that runs the set of the VSC that it has applied', () => {
    const { events } = history()
      .block('c0', { rows: [...establishedChannel(), mapped(3, 2), validator('aa', 9)], updates })
      .block('c0', { rows: [mapped(4, 2)] })
      .block('c0', { rows: [mapped(5, 2)] });
    expect(firstViolation(validatorSetReplication, events)).toBeUndefined();
  });

  test('rejects a set that differs from the one that the provider stored', () => {
    const { events } = history().block('c0', { rows: [mapped(3, 2), validator('aa', 8)], updates });
    expect(firstViolation(validatorSetReplication, events)).toMatchObject({
      chain: 'c0',
      height: 2n,
      because: 'the key aa has power 8; however it should have 9, because the provider created VSC 2 in block 3',
    });
  });

  test('rejects a VSC that is mapped to a height but not applied', () => {
    const { events } = history().block('c0', { rows: [mapped(3, 2)] });
    expect(firstViolation(validatorSetReplication, events)?.because).toContain('the key aa has power 5');
  });

  test('rejects a set that changes before any VSC', () => {
    const { events } = history().block('c0', { rows: [mapped(3, 0), validator('bb', 1)] });
    expect(firstViolation(validatorSetReplication, events)?.because).toContain('no VSC was applied since genesis');
  });

  test('rejects a consensus engine that got other updates', () => {
    const { events } = history()
      .block('c0', { rows: [mapped(3, 2), validator('aa', 9)], updates: [{ pubKey: 'aa', power: 7n }] })
      .block('c0');
    expect(firstViolation(validatorSetReplication, events)).toMatchObject({
      height: 3n,
      because: 'in the signing set, the key aa has power 7; however it should have 9, as its rows say',
    });
  });
});
