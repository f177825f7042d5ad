import { typedKey } from '../rows.ts';
import { describe, expect, test } from 'vitest';
import { consumerKeys } from '../tables/provider.ts';
import { bonded, phase } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { keyAssignmentRules } from './key-assignment-rules.ts';

function assigned(keys: Readonly<Record<string, string>>, state = phase('0', 'CONSUMER_PHASE_LAUNCHED')) {
  const { events } = new Story()
    .start('provider', { rows: [...bonded('aa', 9), ...bonded('bb', 8), state] })
    .block('provider', {
      rows: Object.entries(keys).map(([at, ed25519]) => put(consumerKeys, typedKey(consumerKeys, at), { ed25519 })),
    });
  return firstViolation(keyAssignmentRules, events);
}

describe('key assignment rules', () => {
  test('accept distinct consumer keys, the provider key, and one key on two consumers', () => {
    expect(assigned({ '0/aa': 'cc', '0/bb': 'bb', '1/bb': 'cc' })).toBeUndefined();
  });

  test('reject one key for two validators of a consumer', () => {
    expect(assigned({ '0/aa': 'cc', '0/bb': 'cc' })?.because).toBe('bb and aa both have cc on 0');
  });

  test("reject another validator's provider key", () => {
    expect(assigned({ '0/aa': 'bb' })?.because).toBe('aa has the key bb on 0; however it is the provider key of bb');
  });

  test('do not apply to the keys of a stopped consumer', () => {
    expect(assigned({ '0/aa': 'bb' }, phase('0', 'CONSUMER_PHASE_STOPPED'))).toBeUndefined();
  });
});
