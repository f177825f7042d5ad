import { consumerRewardDenoms } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Governance can remove a reward denomination. */
export const rewardDenomStays: Fault = {
  name: 'reward-denom-stays',
  describes: 'A reward denomination that governance removes stays registered.',
  shownBy: 'governance-rules',
  mutation: keepRow(consumerRewardDenoms),
};
