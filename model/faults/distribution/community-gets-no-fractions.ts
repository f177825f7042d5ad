import { feePool } from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The community pool gets what is left of fees and rewards, with 18 decimals (SDK, `AllocateTokens`). */
export const communityGetsNoFractions: Fault = {
  name: 'community-gets-no-fractions',
  describes: 'The community pool is truncated to whole coins.',
  shownBy: 'fees-shared',
  mutation: mutateRow(feePool, ({ community_pool }) => ({
    community_pool: community_pool.map(({ denom, amount }) => ({ denom, amount: amount - (amount % ONE) })),
  })),
};
