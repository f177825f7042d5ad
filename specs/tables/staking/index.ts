/** All tables of the staking module. */
export * from './chain.ts';
export * from './delegation.ts';
export * from './unbonding.ts';
export * from './validator.ts';
