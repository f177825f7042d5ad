/** All tables of the staking module. */
export * from './staking/chain.ts';
export * from './staking/delegation.ts';
export * from './staking/unbonding.ts';
export * from './staking/validator.ts';
