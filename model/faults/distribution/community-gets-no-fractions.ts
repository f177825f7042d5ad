import { feePool } from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { bendRow, type Fault } from '../fault.ts';

/** What is left of fees and rewards belongs to the community to the last decimal (SDK, `AllocateTokens`). */
export const communityGetsNoFractions: Fault = {
  name: 'community-gets-no-fractions',
  describes: 'The community gets the whole coins of what is left of fees and rewards, and no fractions.',
  shownBy: 'fees-shared',
  bend: bendRow(feePool, ({ community_pool }) => ({
    community_pool: community_pool.map(({ denom, amount }) => ({ denom, amount: amount - (amount % ONE) })),
  })),
};
