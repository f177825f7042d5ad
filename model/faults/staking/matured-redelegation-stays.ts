import { redelegations } from '../../../specs/tables/staking/delegation.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A redelegation is forgotten when it matures (SDK, end of a block of staking). */
export const maturedRedelegationStays: Fault = {
  name: 'matured-redelegation-stays',
  describes: 'A redelegation is liable for ever.',
  shownBy: 'redelegations',
  bend: keepRow(redelegations),
};
