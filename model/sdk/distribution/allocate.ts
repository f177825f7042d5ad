import { ONE } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { Halt } from '../../halt.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { balancesOf } from '../bank/balances.ts';
import { sendBetweenModules } from '../bank/send.ts';
import { decCoinsOf, multiplyCoinsTruncated, subtractCoins } from '../dec-coins.ts';
import { decimalOf, quoTruncate } from '../decimal.ts';
import { operatorAt, validatorAt } from '../staking/validators.ts';
import { addToCommunityPool } from './fee-pool.ts';
import { distributionParamsOf } from './params.ts';
import { allocateToValidator } from './rewards.ts';

/**
 * Shares the fees of the block before among those who voted on it, by power and whether they signed or not (SDK,
 * `AllocateTokens`). The community gets its tax and what is left of fractions.
 */
export function allocateFees(context: Context): void {
  const fees = balancesOf(context, moduleAddress('fee_collector'));
  if (fees.length === 0) return;
  sendBetweenModules(context, 'fee_collector', 'distribution', fees);
  const all = decCoinsOf(fees);
  const { votes } = context.block;
  const total = votes.reduce((sum, { power }) => sum + power, 0n);
  const shared = multiplyCoinsTruncated(all, ONE - distributionParamsOf(context).community_tax);
  let left = all;
  for (const { address, power } of votes) {
    const operator = operatorAt(context, address);
    // It was removed while the consensus engine still counted on it: the unbonding time passed in a single block.
    if (operator === undefined) throw new Halt('distribution/voter-unknown', `${address} votes and is no validator`);
    const reward = multiplyCoinsTruncated(shared, quoTruncate(decimalOf(power), decimalOf(total)));
    allocateToValidator(context, operator, validatorAt(context, operator).commission.commission_rates.rate, reward);
    left = subtractCoins(left, reward);
  }
  addToCommunityPool(context, left);
}
