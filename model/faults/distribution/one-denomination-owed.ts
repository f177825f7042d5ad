import { outstandingRewards } from '../../../specs/tables/distribution.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A validator owes what it earned in every denomination (SDK, `AllocateTokensToValidator`). */
export const oneDenominationOwed: Fault = {
  name: 'one-denomination-owed',
  describes: 'A validator owes rewards in the first denomination alone.',
  shownBy: 'fees-shared',
  bend: bendRow(outstandingRewards, ({ rewards }) => ({ rewards: rewards.slice(0, 1) })),
};
