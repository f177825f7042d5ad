import { allowlistedRewardDenoms } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** The owner of a consumer may allow denominations (`MsgUpdateConsumer`). */
export const ownerAllowsNothing: Fault = {
  name: 'owner-allows-nothing',
  describes: 'Only governance lets a consumer pay in a denomination.',
  shownBy: 'rewards-paid',
  bend: bendReading(allowlistedRewardDenoms, () => ({ denoms: [] })),
};
