import { describe, expect, test } from 'vitest';
import { commission, delegated, earns, owes, period, running, slashedAt } from '../testing/distribution-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { rewardsAreCovered } from './rewards-are-covered.ts';

/** A delegation of 10 tokens since the end of period 1. Period 2 is current and has earned 5 thousandths so far. */
const earning = [
  ...delegated('aa', 'dd', 10),
  period('aa', 1, 100, 2),
  running('aa', 2, 5_000),
  earns('aa', 'dd', 10, 1),
  commission('aa', 500),
];

function violationOf(...rows: Parameters<typeof owes>[]) {
  const story = new Story().start('provider').block('provider', { rows: earning });
  for (const row of rows) story.block('provider', { rows: [owes(...row)] });
  return firstViolation(rewardsAreCovered, story.events);
}

describe('outstanding rewards', () => {
  test('accepts that they equal or exceed what was earned', () => {
    expect(violationOf(['aa', 5_500], ['aa', 5_501])).toBeUndefined();
  });

  test('rejects that they are less than the commission plus the rewards', () => {
    expect(violationOf(['aa', 5_499])?.because).toContain('have earned 5500000000000000000 of stake');
  });

  test('counts rewards from before a slash with the stake before it', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: earning })
      .block('provider', {
        // The slash halved the stake: 10 tokens earned 0.5 each, 5 tokens nothing so far.
        rows: [
          ...delegated('aa', 'dd', 5),
          period('aa', 2, 600, 2),
          running('aa', 3),
          slashedAt('aa', 2, 2, 500),
          owes('aa', 5_500),
        ],
      })
      .block('provider', { rows: [running('aa', 3, 1_000), owes('aa', 6_500)] })
      .block('provider', { rows: [owes('aa', 6_499)] });
    expect(firstViolation(rewardsAreCovered, events)?.height).toBe(4n);
  });
});
