import { distributionParams } from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A community tax of one leaves the validators no fees (SDK, `GetCommunityTax`). */
export const taxOfOneHalved: Fault = {
  name: 'tax-of-one-halved',
  describes: 'A community tax of one works like a tax of one half.',
  shownBy: 'withdraw-address-fixed',
  mutation: mutateReading(distributionParams, (row) =>
    row.community_tax === ONE ? { ...row, community_tax: ONE / 2n } : row,
  ),
};
