import { outstandingRewards } from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { mutateConsumerRow, type Fault } from '../fault.ts';

/** The rewards of representatives have 18 decimals (ICS-028 §Reward Distribution). */
export const representativesEarnWholeCoins: Fault = {
  name: 'representatives-earn-whole-coins',
  describes: "The outstanding rewards of a consumer's representatives are truncated to whole coins.",
  needs: 'democracy',
  shownBy: 'democracy',
  mutation: mutateConsumerRow(outstandingRewards, ({ rewards }) => ({
    rewards: rewards.map(({ denom, amount }) => ({ denom, amount: amount - (amount % ONE) })),
  })),
};
