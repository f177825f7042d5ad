/** The account that rewards from consumers arrive in and are paid out of. */
export const REWARDS_POOL = 'consumer_rewards_pool';
