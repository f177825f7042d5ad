import { ONE } from '../../specs/value.ts';
import type { Context } from '../context.ts';
import { moduleAccount } from '../sdk/auth/accounts.ts';
import { moduleAddress } from '../sdk/auth/module-accounts.ts';
import { balanceOf, balancesOf } from '../sdk/bank/balances.ts';
import { sendBetweenModules } from '../sdk/bank/send.ts';
import { decCoinsOf, multiplyCoinsTruncated, subtractCoins } from '../sdk/dec-coins.ts';
import { decimalOf, quoTruncate } from '../sdk/decimal.ts';
import { addToCommunityPool } from '../sdk/distribution/fee-pool.ts';
import { distributionParamsOf } from '../sdk/distribution/params.ts';
import { allocateToValidator } from '../sdk/distribution/rewards.ts';
import { stakingParamsOf } from '../sdk/staking/params.ts';
import { bondedValidatorsByPower, type RankedValidator } from '../sdk/staking/ranking.ts';

/** The representatives of a democracy consumer: the bonded validators of its own staking module, which sign no blocks. */
export function representatives(context: Context): readonly RankedValidator[] {
  return bondedValidatorsByPower(context);
}

/** The total tokens of the representatives. */
export function bondedTokens(context: Context): bigint {
  return balanceOf(context, moduleAddress('bonded_tokens_pool'), stakingParamsOf(context).bond_denom);
}

/**
 * Shares the fees that the consumer keeps (ICS-028 §Reward Distribution) among the representatives, by their tokens.
 * The community pool gets its tax and the remainder; without representatives it gets all.
 */
export function payRepresentatives(context: Context): void {
  const fees = balancesOf(context, moduleAccount(context, 'cons_redistribute'));
  if (fees.length === 0) return;
  sendBetweenModules(context, 'cons_redistribute', 'distribution', fees);
  const all = decCoinsOf(fees);
  const total = bondedTokens(context);
  if (total === 0n) return addToCommunityPool(context, all);
  const shared = multiplyCoinsTruncated(all, ONE - distributionParamsOf(context).community_tax);
  let left = all;
  for (const { operator, validator } of representatives(context)) {
    const part = quoTruncate(decimalOf(validator.tokens), decimalOf(total));
    const reward = multiplyCoinsTruncated(shared, part);
    allocateToValidator(context, operator, validator.commission.commission_rates.rate, reward);
    left = subtractCoins(left, reward);
  }
  addToCommunityPool(context, left);
}
