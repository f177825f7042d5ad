import { describe, expect, test } from 'vitest';
import { delegated, earns, period, periodOver, slashedAt } from '../testing/distribution-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, Story } from '../testing/story.ts';
import { startingInfos } from '../tables/distribution.ts';
import { rewardPeriods } from './reward-periods.ts';

const delegation = [...delegated('aa', 'dd', 10), period('aa', 1, 0, 2), earns('aa', 'dd', 10, 1)];

describe('reward periods', () => {
  test('accepts that each period is stored as long as a row refers to it', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: delegation })
      .block('provider', { rows: [period('aa', 1, 0), period('aa', 2, 5, 2), slashedAt('aa', 2, 2, 10)] })
      .block('provider', {
        rows: [periodOver('aa', 1), period('aa', 3, 7, 2), period('aa', 2, 5), earns('aa', 'dd', 9, 3)],
      });
    expect(firstViolation(rewardPeriods, events)).toBeUndefined();
  });

  test('rejects a period that no row refers to', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: delegation })
      .block('provider', { rows: [period('aa', 1, 0, 2), period('aa', 2, 5)] });
    expect(firstViolation(rewardPeriods, events)?.because).toBe(
      '2 rows should refer to a period of rewards; however 3 do',
    );
  });

  test('rejects a delegation that earns nothing', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { rows: delegation })
      .block('provider', { rows: [drop(startingInfos, startingInfos.key('aa', 'dd'))] });
    expect(firstViolation(rewardPeriods, events)?.because).toContain('however 0 of them earn rewards');
  });
});
