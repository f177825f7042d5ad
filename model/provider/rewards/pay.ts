import type { ConsumerId } from '../../../specs/key.ts';
import type { KeyIn } from '../../../specs/table.ts';
import {
  allowlistedRewardDenoms,
  consumerCommissionRates,
  consumerRewardDenoms,
  consumerValidators,
  rewardsAllocations,
  type ConsensusValidatorRow,
} from '../../../specs/tables/provider.ts';
import { ONE } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { moduleAddress } from '../../sdk/auth/module-accounts.ts';
import { sendBetweenModules } from '../../sdk/bank/send.ts';
import {
  addCoinsOf,
  decCoinsOf,
  multiplyCoinsTruncated,
  subtractCoins,
  truncateCoins,
  type DecCoins,
} from '../../sdk/dec-coins.ts';
import { decimalOf, quoTruncate } from '../../sdk/decimal.ts';
import { fundCommunityPool } from '../../sdk/distribution/fee-pool.ts';
import { distributionParamsOf } from '../../sdk/distribution/params.ts';
import { allocateToValidator } from '../../sdk/distribution/rewards.ts';
import { operatorAt, validatorAt } from '../../sdk/staking/validators.ts';
import { consumersWithClient, rowsOfConsumer } from '../consumer.ts';
import { refuse } from '../errors.ts';
import { paramsOf } from '../params.ts';
import { REWARDS_POOL } from './pool.ts';

type Paid = readonly [consensusAddress: string, validator: ConsensusValidatorRow];

/**
 * Pays the rewards of each consumer to its validators, in the denominations that governance or the consumer's owner allows
 * (ICS-028 §Reward Distribution; ADR-015). Rewards that cannot be paid stay for the next block.
 */
export function payRewards(context: Context): void {
  const { draft, block } = context;
  if (block.height <= 1n || draft.size(rewardsAllocations) === 0) return;
  const ofAll = [...draft.entries(consumerRewardDenoms)].map(([denom]) => denom).toSorted();
  for (const consumerId of consumersWithClient(context)) {
    const own = draft.get(allowlistedRewardDenoms, consumerId)?.denoms ?? [];
    for (const denom of [...ofAll, ...own]) payDenom(context, consumerId, rewardsAllocations.key(consumerId, denom));
  }
}

/** Pays one denomination of a consumer completely or not at all. Fractions of a token stay in the allocation. */
function payDenom(context: Context, consumerId: ConsumerId, key: KeyIn<typeof rewardsAllocations>): void {
  const { draft } = context;
  const rewards = draft.get(rewardsAllocations, key)?.rewards ?? [];
  if (rewards.length === 0) return;
  try {
    draft.attempt(() => {
      const rest = pay(context, consumerId, rewards);
      if (rest.length === 0) draft.delete(rewardsAllocations, key);
      else draft.set(rewardsAllocations, key, { rewards: rest });
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function pay(context: Context, consumerId: string, rewards: DecCoins): DecCoins {
  const paid = eligible(context, consumerId);
  const pool = moduleAddress(REWARDS_POOL);
  if (powerOf(paid) === 0n) {
    const { whole, rest } = truncateCoins(rewards);
    fundCommunityPool(context, pool, whole);
    return rest;
  }
  const shared = multiplyCoinsTruncated(rewards, ONE - distributionParamsOf(context).community_tax);
  const toValidators = truncateCoins(shared);
  sendBetweenModules(context, REWARDS_POOL, 'distribution', toValidators.whole);
  shareOut(context, consumerId, paid, decCoinsOf(toValidators.whole));
  const toCommunity = truncateCoins(subtractCoins(rewards, shared));
  fundCommunityPool(context, pool, toCommunity.whole);
  return addCoinsOf(toValidators.rest, toCommunity.rest);
}

/** Each validator gets a share by its power on the consumer; the remainder stays with the distribution module. */
function shareOut(context: Context, consumerId: string, paid: readonly Paid[], coins: DecCoins): void {
  if (coins.length === 0) return;
  const total = decimalOf(powerOf(paid));
  for (const [consensusAddress, { power }] of paid) {
    const share = multiplyCoinsTruncated(coins, quoTruncate(decimalOf(power), total));
    const operator = operatorAt(context, consensusAddress);
    if (operator === undefined) refuse('noValidator', `${consensusAddress} is no validator any more`);
    const rate = context.draft.get(consumerCommissionRates, consumerCommissionRates.key(consumerId, consensusAddress));
    const { commission } = validatorAt(context, operator);
    allocateToValidator(context, operator, rate ?? commission.commission_rates.rate, share);
  }
}

/** The validators that have been in the consumer's set for enough epochs. */
function eligible(context: Context, consumerId: string): Paid[] {
  const { number_of_epochs_to_start_receiving_rewards: epochs, blocks_per_epoch: blocks } = paramsOf(context);
  return rowsOfConsumer(context, consumerValidators, consumerId).filter(
    ([, { join_height }]) => context.block.height - join_height >= epochs * blocks,
  );
}

function powerOf(paid: readonly Paid[]): bigint {
  return paid.reduce((sum, [, { power }]) => sum + power, 0n);
}
