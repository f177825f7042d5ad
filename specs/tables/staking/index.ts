import * as chain from './chain.ts';
import * as delegation from './delegation.ts';
import * as unbonding from './unbonding.ts';
import * as validator from './validator.ts';

/** All tables of the store of the staking module. */
export const stakingTables = [
  ...Object.values(validator),
  ...Object.values(delegation),
  ...Object.values(unbonding),
  ...Object.values(chain),
];
