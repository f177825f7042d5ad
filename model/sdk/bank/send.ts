import { SINGLETON } from '../../../specs/key.ts';
import type { Coin } from '../../../specs/block.ts';
import { bankParams, sendEnabled } from '../../../specs/tables/bank.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { createAccount, hasAccount, moduleAccount } from '../auth/accounts.ts';
import { isBlocked, moduleAddress, type ModuleAccountName } from '../auth/module-accounts.ts';
import { areValidCoins } from '../coins.ts';
import { ensure, refuse } from '../errors.ts';
import { addCoins, changeSupply, takeCoins } from './balances.ts';

/** `cosmos.bank.v1beta1.MsgSend`. */
export type MsgSend = MessageOf<{
  readonly from_address: string;
  readonly to_address: string;
  readonly amount: readonly { readonly denom: string; readonly amount: bigint }[];
}>;

/** Handles `MsgSend`: refuses malformed coins, denominations that may not be sent, and the accounts of modules. */
export function send(context: Context, { from_address, to_address, amount }: MsgSend): void {
  const from = addressOf(context.bech32Prefix, from_address);
  const to = addressOf(context.bech32Prefix, to_address);
  ensure(from !== undefined && to !== undefined, 'invalidAddress', 'a malformed address');
  ensure(amount.length > 0 && areValidCoins(amount), 'invalidCoins', 'the coins are not well formed');
  for (const { denom } of amount) if (!maySend(context, denom)) refuse('sendDisabled', `${denom} may not be sent`);
  ensure(!isBlocked(context, to), 'unauthorized', 'a module does not receive coins of users');
  sendCoins(context, from, to, amount);
}

/** Moves coins; a receiver without an account gets one. Refuses when the sender has too few. */
export function sendCoins(context: Context, from: Hex, to: Hex, coins: readonly Coin[]): void {
  takeCoins(context, from, coins);
  addCoins(context, to, coins);
  if (!hasAccount(context, to)) createAccount(context, to);
}

/** Moves coins to the account of a module, which is made if need be. */
export function sendToModule(context: Context, from: Hex, to: ModuleAccountName, coins: readonly Coin[]): void {
  const address = moduleAccount(context, to);
  sendCoins(context, from, address, coins);
}

/** Moves coins from one module to another. */
export function sendBetweenModules(
  context: Context,
  from: ModuleAccountName,
  to: ModuleAccountName,
  coins: readonly Coin[],
): void {
  sendToModule(context, moduleAddress(from), to, coins);
}

/** Burns coins of a module: they leave the supply. */
export function burn(context: Context, module: ModuleAccountName, coins: readonly Coin[]): void {
  takeCoins(context, moduleAccount(context, module), coins);
  for (const { denom, amount } of coins) changeSupply(context, denom, -amount);
}

/** Makes coins for a module: they enter the supply. */
export function mint(context: Context, module: ModuleAccountName, coins: readonly Coin[]): void {
  addCoins(context, moduleAccount(context, module), coins);
  for (const { denom, amount } of coins) changeSupply(context, denom, amount);
}

/** Whether the bank lets a denomination be sent (`SendEnabled`). */
export function maySend({ draft }: Context, denom: string): boolean {
  return draft.get(sendEnabled, denom)?.value ?? draft.get(bankParams, SINGLETON)?.default_send_enabled ?? true;
}
