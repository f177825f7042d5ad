import { allowlistedRewardDenoms } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** The owner of a consumer can allow reward denominations (`MsgUpdateConsumer`). */
export const ownerRewardDenomsIgnored: Fault = {
  name: 'owner-reward-denoms-ignored',
  describes: 'Reward denominations that the owner of a consumer allows are ignored.',
  shownBy: 'rewards-paid',
  mutation: mutateReading(allowlistedRewardDenoms, () => ({ denoms: [] })),
};
