import { SINGLETON } from '../../../specs/key.ts';
import type { Coin } from '../../../specs/block.ts';
import {
  distributionParams,
  withdrawAddresses,
  type DistributionParamsRow,
} from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { isBlocked, moduleAddress } from '../auth/module-accounts.ts';
import { sendCoins, sendToModule } from '../bank/send.ts';
import { areValidCoins } from '../coins.ts';
import { decCoinsOf, tryToSubtract } from '../dec-coins.ts';
import { ensure, refuse } from '../errors.ts';
import { sharesOf } from '../staking/delegations.ts';
import { accountOf, operatorOf, validatorAt } from '../staking/validators.ts';
import { communityPool, fundCommunityPool, setCommunityPool } from './fee-pool.ts';
import { distributionParamsOf } from './params.ts';
import { allocateToValidator } from './rewards.ts';
import { startEarning, withdrawCommission, withdrawRewards } from './withdraw.ts';

/** `cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward`. */
export type MsgWithdrawDelegatorReward = MessageOf<{
  readonly delegator_address: string;
  readonly validator_address: string;
}>;

/** `cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission`. */
export type MsgWithdrawValidatorCommission = MessageOf<{ readonly validator_address: string }>;

/** `cosmos.distribution.v1beta1.MsgSetWithdrawAddress`. */
export type MsgSetWithdrawAddress = MessageOf<{
  readonly delegator_address: string;
  readonly withdraw_address: string;
}>;

/** `cosmos.distribution.v1beta1.MsgFundCommunityPool`. */
export type MsgFundCommunityPool = MessageOf<{ readonly depositor: string; readonly amount: readonly Coin[] }>;

/** `cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool`. */
export type MsgDepositValidatorRewardsPool = MessageOf<{
  readonly depositor: string;
  readonly validator_address: string;
  readonly amount: readonly Coin[];
}>;

/** `cosmos.distribution.v1beta1.MsgUpdateParams`. */
export type MsgUpdateDistributionParams = MessageOf<{
  readonly authority: string;
  readonly params: DistributionParamsRow;
}>;

/** `cosmos.distribution.v1beta1.MsgCommunityPoolSpend`. */
export type MsgCommunityPoolSpend = MessageOf<{
  readonly authority: string;
  readonly recipient: string;
  readonly amount: readonly Coin[];
}>;

/** Handles `MsgWithdrawDelegatorReward`. */
function withdrawDelegatorReward(context: Context, message: MsgWithdrawDelegatorReward): void {
  const operator = operatorOf(context, message.validator_address);
  const delegator = accountOf(context, message.delegator_address);
  validatorAt(context, operator);
  ensure(sharesOf(context, delegator, operator) !== undefined, 'noDelegation', 'no delegation');
  withdrawRewards(context, delegator, operator);
  startEarning(context, delegator, operator);
}

/** Handles `MsgWithdrawValidatorCommission`. */
function withdrawValidatorCommission(context: Context, message: MsgWithdrawValidatorCommission): void {
  withdrawCommission(context, operatorOf(context, message.validator_address));
}

/** Handles `MsgSetWithdrawAddress`: refuses the accounts of modules, and everybody where the parameters say so. */
function setWithdrawAddress(context: Context, message: MsgSetWithdrawAddress): void {
  const delegator = accountOf(context, message.delegator_address);
  const receiver = accountOf(context, message.withdraw_address);
  ensure(!isBlocked(context, receiver), 'unauthorized', 'a module does not receive rewards');
  const { withdraw_addr_enabled } = distributionParamsOf(context);
  ensure(withdraw_addr_enabled, 'setWithdrawAddrDisabled', 'rewards go to the delegators alone');
  context.draft.set(withdrawAddresses, delegator, receiver);
}

/** Handles `MsgFundCommunityPool`. */
function fund(context: Context, { depositor, amount }: MsgFundCommunityPool): void {
  const from = accountOf(context, depositor);
  ensurePayable(amount);
  fundCommunityPool(context, from, amount);
}

/** Handles `MsgDepositValidatorRewardsPool`: a validator and its delegators earn what somebody gives them. */
function depositRewards(context: Context, message: MsgDepositValidatorRewardsPool): void {
  const { amount } = message;
  const from = addressOf(context.bech32Prefix, message.depositor) ?? refuse('unregistered', 'no address');
  ensure(areValidCoins(amount), 'invalidCoins', 'the coins are not well formed');
  sendToModule(context, from, 'distribution', amount);
  const operator =
    addressOf(`${context.bech32Prefix}valoper`, message.validator_address) ??
    refuse('unregistered', "no validator's address");
  const { rate } = validatorAt(context, operator).commission.commission_rates;
  allocateToValidator(context, operator, rate, decCoinsOf(amount));
}

/** Handles `MsgUpdateParams`: governance alone changes them. */
function updateParams(context: Context, { authority, params }: MsgUpdateDistributionParams): void {
  ensureAuthority(context, authority);
  const { community_tax, base_proposer_reward, bonus_proposer_reward } = params;
  const deprecated = base_proposer_reward !== 0n || bonus_proposer_reward !== 0n;
  ensure(!deprecated, 'invalidRequest', 'proposers get no reward any more');
  ensure(community_tax >= 0n && community_tax <= ONE, 'unregistered', 'not a tax');
  context.draft.set(distributionParams, SINGLETON, params);
}

/** Handles `MsgCommunityPoolSpend`: governance alone spends what belongs to the community. */
function spend(context: Context, { authority, recipient, amount }: MsgCommunityPoolSpend): void {
  ensureAuthority(context, authority);
  ensurePayable(amount);
  const to = addressOf(context.bech32Prefix, recipient) ?? refuse('unregistered', 'no address');
  ensure(!isBlocked(context, to), 'unauthorized', 'a module does not receive coins of the community');
  const left = tryToSubtract(communityPool(context), decCoinsOf(amount));
  ensure(left !== undefined, 'badDistribution', 'more than the community has');
  sendCoins(context, moduleAddress('distribution'), to, amount);
  setCommunityPool(context, left);
}

function ensurePayable(amount: readonly Coin[]): void {
  ensure(amount.length > 0 && areValidCoins(amount), 'invalidCoins', 'the coins are not well formed');
}

function ensureAuthority(context: Context, authority: string): void {
  const address = accountOf(context, authority);
  ensure(address === moduleAddress('gov'), 'wrongAuthority', 'governance alone may do that');
}

/** The handlers of the distribution module. */
export const distributionHandlers = {
  '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward': withdrawDelegatorReward,
  '/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission': withdrawValidatorCommission,
  '/cosmos.distribution.v1beta1.MsgSetWithdrawAddress': setWithdrawAddress,
  '/cosmos.distribution.v1beta1.MsgFundCommunityPool': fund,
  '/cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool': depositRewards,
  '/cosmos.distribution.v1beta1.MsgUpdateParams': updateParams,
  '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend': spend,
} as const;
