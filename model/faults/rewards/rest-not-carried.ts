import { rewardsAllocations } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A token of which validators and community would each get a part waits for the next payment (ADR-015). */
export const restNotCarried: Fault = {
  name: 'rest-not-carried',
  describes: 'What is left after a payment is forgotten.',
  shownBy: 'rewards-paid',
  bend: bendRow(rewardsAllocations, (row, before) => {
    const isPayment = (before?.rewards[0]?.amount ?? 0n) > (row.rewards[0]?.amount ?? 0n);
    return isPayment ? { rewards: [] } : row;
  }),
};
