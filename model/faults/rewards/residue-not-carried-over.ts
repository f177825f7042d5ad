import { rewardsAllocations } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A payment carries fractions of a token over to the next payment (ADR-015). */
export const residueNotCarriedOver: Fault = {
  name: 'residue-not-carried-over',
  describes: 'The remainder of a reward payment is lost.',
  shownBy: 'rewards-paid',
  mutation: mutateRow(rewardsAllocations, (row, before) => {
    const isPayment = (before?.rewards[0]?.amount ?? 0n) > (row.rewards[0]?.amount ?? 0n);
    return isPayment ? { rewards: [] } : row;
  }),
};
