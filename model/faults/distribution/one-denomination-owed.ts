import { outstandingRewards } from '../../../specs/tables/distribution.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A validator's outstanding rewards can have several denominations (SDK, `AllocateTokensToValidator`). */
export const oneDenominationOwed: Fault = {
  name: 'one-denomination-owed',
  describes: "A validator's outstanding rewards hold only the first denomination.",
  shownBy: 'fees-shared',
  mutation: mutateRow(outstandingRewards, ({ rewards }) => ({ rewards: rewards.slice(0, 1) })),
};
