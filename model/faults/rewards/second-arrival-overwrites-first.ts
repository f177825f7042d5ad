import { rewardsAllocations } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Rewards that arrive are added to the consumer's allocation (ADR-015). */
export const secondArrivalOverwritesFirst: Fault = {
  name: 'second-arrival-overwrites-first',
  describes: "Rewards that arrive replace the consumer's allocation.",
  shownBy: 'rewards-sent',
  mutation: mutateRow(rewardsAllocations, ({ rewards }, before) => ({
    rewards: rewards.map(({ denom, amount }) => {
      const waiting = before?.rewards[0]?.amount ?? 0n;
      return { denom, amount: amount > waiting ? amount - waiting : amount };
    }),
  })),
};
