import { describe, expect, test } from 'vitest';
import {
  community,
  DISTRIBUTION,
  distributionAccountRow,
  holds,
  owes,
  supplied,
} from '../testing/distribution-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { distributionAccount } from './distribution-account.ts';

const begin = [distributionAccountRow(), supplied(100), community(0)];

describe('the account of the distribution module', () => {
  test('accepts fractions that add up to what it holds', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: begin })
      .block('provider', { rows: [holds(DISTRIBUTION, 7), owes('aa', 4_333), owes('bb', 2_000), community(667)] })
      .block('provider', { rows: [holds(DISTRIBUTION, 3), owes('aa', 333), owes('bb', 2_000)] });
    expect(firstViolation(distributionAccount, events)).toBeUndefined();
  });

  test('rejects a thousandth that nobody owns', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: [...begin, holds(DISTRIBUTION, 7), owes('aa', 6_999)] });
    expect(firstViolation(distributionAccount, events)?.because).toContain('however it holds 7000000000000000000');
  });

  test('rejects rewards that are paid and still owed', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: [...begin, holds(DISTRIBUTION, 7), owes('aa', 7_000)] })
      .block('provider', { rows: [holds(DISTRIBUTION, 0), community(0), owes('aa', 7_000)] });
    expect(firstViolation(distributionAccount, events)).toMatchObject({ chain: 'provider', height: 2n });
  });
});
