import { rewardsAllocations } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** What arrives is added to what waits (ADR-015). */
export const secondArrivalOverwritesFirst: Fault = {
  name: 'second-arrival-overwrites-first',
  describes: 'Rewards that arrive take the place of those that wait.',
  shownBy: 'rewards-sent',
  bend: bendRow(rewardsAllocations, ({ rewards }, before) => ({
    rewards: rewards.map(({ denom, amount }) => {
      const waiting = before?.rewards[0]?.amount ?? 0n;
      return { denom, amount: amount > waiting ? amount - waiting : amount };
    }),
  })),
};
