import type { ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context, MessageOf } from '../../context.ts';
import { hasAccount } from '../auth/accounts.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { addCoins, takeCoins } from '../bank/balances.ts';
import { isValidCoin } from '../coins.ts';
import { ensure } from '../errors.ts';
import { setShares, sharesOf } from './delegations.ts';
import type { StakingHooks } from './hooks.ts';
import { stakingParamsOf } from './params.ts';
import { bondCoins, moveToBonded, moveToNotBonded, poolOf } from './pools.ts';
import { addTokens, hasInvalidExchangeRate } from './shares.ts';
import { accountOf, operatorOf, rankValidator, validatorAt } from './validators.ts';

/** A coin in a message. */
export type CoinField = { readonly denom: string; readonly amount: bigint };

/** `cosmos.staking.v1beta1.MsgDelegate`. */
export type MsgDelegate = MessageOf<{
  readonly delegator_address: string;
  readonly validator_address: string;
  readonly amount: CoinField;
}>;

/** Where the tokens of a delegation come from: an account, or one of the two pools. */
export type TokenSource = 'account' | 'bonded' | 'not-bonded';

/** Handles `MsgDelegate`. */
export function delegateMessage(context: Context, hooks: StakingHooks, message: MsgDelegate): void {
  const operator = operatorOf(context, message.validator_address);
  const delegator = accountOf(context, message.delegator_address);
  ensurePositive(message.amount);
  const validator = validatorAt(context, operator);
  ensureBondDenom(context, message.amount);
  delegate(context, hooks, delegator, operator, validator, message.amount.amount, 'account');
}

/** Delegates tokens to a validator, and returns the new shares. */
export function delegate(
  context: Context,
  hooks: StakingHooks,
  delegator: Hex,
  operator: Hex,
  validator: ValidatorRow,
  amount: bigint,
  source: TokenSource,
): Dec {
  ensure(!hasInvalidExchangeRate(validator), 'invalidExchangeRate', 'shares of the validator are worth nothing');
  const shares = sharesOf(context, delegator, operator);
  if (shares === undefined) hooks.beforeDelegationCreated?.(context, delegator, operator);
  else hooks.beforeDelegationSharesModified?.(context, delegator, operator);
  payIn(context, delegator, validator.status === 'BOND_STATUS_BONDED', amount, source);
  const added = addTokens(validator, amount);
  rankValidator(context, operator, validator, added.validator);
  setShares(context, delegator, operator, (shares ?? 0n) + added.shares);
  hooks.afterDelegationModified?.(context, delegator, operator);
  return added.shares;
}

/** Refuses an amount that is malformed or not above zero. */
export function ensurePositive(coin: CoinField): void {
  ensure(isValidCoin(coin) && coin.amount > 0n, 'invalidRequest', 'the amount is malformed or not positive');
}

/** Refuses another denomination than that of the stake. */
export function ensureBondDenom(context: Context, { denom }: CoinField): void {
  ensure(denom === stakingParamsOf(context).bond_denom, 'invalidRequest', `${denom} is not the bond denomination`);
}

function payIn(context: Context, delegator: Hex, bonded: boolean, amount: bigint, source: TokenSource): void {
  if (source === 'account') {
    const coins = bondCoins(context, amount);
    takeCoins(context, delegator, coins);
    ensure(hasAccount(context, delegator), 'unknownAddress', 'the delegator has no account');
    addCoins(context, moduleAddress(poolOf(bonded)), coins);
  } else if (source === 'not-bonded' && bonded) moveToBonded(context, amount);
  else if (source === 'bonded' && !bonded) moveToNotBonded(context, amount);
}
