/** Every kind of content. To add one, add a file to this folder and a line here. */
export { cancelUpgradeContent } from './cancel-upgrade.ts';
export { changeRewardDenomsContent } from './change-reward-denoms.ts';
export { communitySpendContent } from './community-spend.ts';
export { consumerParamsContent } from './consumer-params.ts';
export { createConsumerContent } from './create-consumer.ts';
export { depositContent } from './deposit.ts';
export { distributionParamsContent } from './distribution-params.ts';
export { govParamsContent } from './gov-params.ts';
export { providerParamsContent } from './provider-params.ts';
export { recoverClientContent } from './recover-client.ts';
export { removeConsumerContent } from './remove-consumer.ts';
export { sendContent } from './send.ts';
export { slashingParamsContent } from './slashing-params.ts';
export { stakingParamsContent } from './staking-params.ts';
export { transferParamsContent } from './transfer-params.ts';
export { updateConsumerContent } from './update-consumer.ts';
export { upgradeContent } from './upgrade.ts';
