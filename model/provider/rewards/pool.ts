/** The module account that receives and pays the rewards of consumers. */
export const REWARDS_POOL = 'consumer_rewards_pool';
