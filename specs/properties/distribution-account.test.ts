import { describe, expect, test } from 'vitest';
import { community, DISTRIBUTION, holds, owes, supplied } from '../testing/distribution-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { allocation } from '../testing/transfers.ts';
import { ONE } from '../value.ts';
import { distributionAccount } from './distribution-account.ts';

const begin = [supplied(100), community(0)];

/** A payment for a consumer, and what the distribution module holds and owes after it. */
const paid = (held: number, owed: number) =>
  new Story()
    .start('provider')
    .block('provider', { rows: [...begin, allocation('0', 'stake', 5n * ONE)] })
    .block('provider', { rows: [allocation('0', 'stake', 0n), holds(DISTRIBUTION, held), owes('aa', owed)] });

describe('the account of the distribution module', () => {
  test('accepts fractions that add up to the balance', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: begin })
      .block('provider', { rows: [holds(DISTRIBUTION, 7), owes('aa', 4_333), owes('bb', 2_000), community(667)] })
      .block('provider', { rows: [holds(DISTRIBUTION, 3), owes('aa', 333), owes('bb', 2_000)] });
    expect(firstViolation(distributionAccount, events)).toBeUndefined();
  });

  test('rejects a thousandth of a coin without an owner', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: [...begin, holds(DISTRIBUTION, 7), owes('aa', 6_999)] });
    expect(firstViolation(distributionAccount, events)?.because).toContain('however it holds 7000000000000000000');
  });

  test('rejects rewards that are paid and still outstanding', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: [...begin, holds(DISTRIBUTION, 7), owes('aa', 7_000)] })
      .block('provider', { rows: [holds(DISTRIBUTION, 0), community(0), owes('aa', 7_000)] });
    expect(firstViolation(distributionAccount, events)).toMatchObject({ chain: 'provider', height: 2n });
  });

  test('accepts the remainder of a payment for a consumer, and rejects that it is spent or reaches a token', () => {
    const { events } = paid(5, 4_999).block('provider', { rows: [holds(DISTRIBUTION, 6), owes('aa', 5_999)] });
    expect(firstViolation(distributionAccount, events)).toBeUndefined();
    expect(firstViolation(distributionAccount, paid(5, 4_000).events)).toBeDefined();
    const spent = paid(5, 4_999).block('provider', { rows: [owes('aa', 5_000)] });
    expect(firstViolation(distributionAccount, spent.events)).toBeDefined();
  });
});
