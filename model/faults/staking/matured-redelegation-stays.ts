import { redelegations } from '../../../specs/tables/staking/delegation.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A redelegation is deleted when it matures (SDK, end block of staking). */
export const maturedRedelegationStays: Fault = {
  name: 'matured-redelegation-stays',
  describes: 'A mature redelegation is not deleted.',
  shownBy: 'redelegations',
  mutation: keepRow(redelegations),
};
