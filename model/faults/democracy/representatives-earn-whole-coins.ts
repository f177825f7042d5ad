import { outstandingRewards } from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { bendConsumerRow, type Fault } from '../fault.ts';

/** What a consumer keeps of its fees is shared to the last decimal (ICS-028 §Reward Distribution). */
export const representativesEarnWholeCoins: Fault = {
  name: 'representatives-earn-whole-coins',
  describes: 'A representative of the stakers of a consumer is owed whole coins, and no fractions.',
  needs: 'democracy',
  shownBy: 'democracy',
  bend: bendConsumerRow(outstandingRewards, ({ rewards }) => ({
    rewards: rewards.map(({ denom, amount }) => ({ denom, amount: amount - (amount % ONE) })),
  })),
};
