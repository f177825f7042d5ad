import { consumerRewardDenoms } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Governance can take a reward denomination back. */
export const rewardDenomStays: Fault = {
  name: 'reward-denom-stays',
  describes: 'A reward denomination that governance takes back stays.',
  shownBy: 'governance-rules',
  bend: keepRow(consumerRewardDenoms),
};
