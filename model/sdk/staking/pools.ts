import type { Context } from '../../context.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { balanceOf } from '../bank/balances.ts';
import { burn, sendBetweenModules } from '../bank/send.ts';
import { stakingParamsOf } from './params.ts';

const BONDED = 'bonded_tokens_pool';
const NOT_BONDED = 'not_bonded_tokens_pool';

/** The bonded and the not-bonded pool. The second one also holds unbonding tokens. */
export function poolOf(bonded: boolean): typeof BONDED | typeof NOT_BONDED {
  return bonded ? BONDED : NOT_BONDED;
}

/** Moves tokens from the bonded to the not-bonded pool. */
export function moveToNotBonded(context: Context, amount: bigint): void {
  sendBetweenModules(context, BONDED, NOT_BONDED, bondCoins(context, amount));
}

/** Moves tokens from the not-bonded to the bonded pool. */
export function moveToBonded(context: Context, amount: bigint): void {
  sendBetweenModules(context, NOT_BONDED, BONDED, bondCoins(context, amount));
}

/** Burns slashed tokens of one of the pools. */
export function burnFromPool(context: Context, bonded: boolean, amount: bigint): void {
  if (amount > 0n) burn(context, poolOf(bonded), bondCoins(context, amount));
}

/** An amount of the bond denomination; none for zero. */
export function bondCoins(context: Context, amount: bigint): { readonly denom: string; readonly amount: bigint }[] {
  return amount === 0n ? [] : [{ denom: stakingParamsOf(context).bond_denom, amount }];
}

/** All tokens of the bond denomination that are staked, those that unbond included. */
export function stakedTokens(context: Context): bigint {
  const { bond_denom } = stakingParamsOf(context);
  return [BONDED, NOT_BONDED].reduce((sum, pool) => sum + balanceOf(context, moduleAddress(pool), bond_denom), 0n);
}
