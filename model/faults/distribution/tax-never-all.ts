import { distributionParams } from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { bendReading, type Fault } from '../fault.ts';

/** The community tax may be one: then validators get no fees (SDK, `GetCommunityTax`). */
export const taxNeverAll: Fault = {
  name: 'tax-never-all',
  describes: 'A community tax of one leaves half of the fees to the validators.',
  shownBy: 'withdraw-address-fixed',
  bend: bendReading(distributionParams, (row) =>
    row.community_tax === ONE ? { ...row, community_tax: ONE / 2n } : row,
  ),
};
