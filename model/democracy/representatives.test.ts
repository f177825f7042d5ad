import { expect, test } from 'vitest';
import type { Context } from '../context.ts';
import { moduleAccount } from '../sdk/auth/accounts.ts';
import { isBlocked, moduleAddress } from '../sdk/auth/module-accounts.ts';
import { addCoins, balanceOf } from '../sdk/bank/balances.ts';
import { communityPool } from '../sdk/distribution/fee-pool.ts';
import { commissionOf, outstandingOf } from '../sdk/distribution/rewards.ts';
import { ALICE, BOB, SdkChain } from '../sdk/testing.ts';
import { bondedTokens, payRepresentatives } from './representatives.ts';

const UNIT = 10n ** 18n;

/** A democracy consumer in a block, with an amount of fees for its representatives. */
function consumer(kept: bigint, chain = new SdkChain()): Context {
  const context: Context = { ...chain.context, kind: 'consumer', features: new Set(['democracy']) };
  addCoins(context, moduleAccount(context, 'cons_redistribute'), [{ denom: 'stake', amount: kept }]);
  return context;
}

test('representatives share the fees after the tax by their tokens, and the community pool gets the remainder', () => {
  const context = consumer(1_001n);
  payRepresentatives(context);
  // Half of 98 % each, one tenth of it as commission.
  const half = (1_001n * UNIT * 98n) / 100n / 2n;
  expect(outstandingOf(context, ALICE)).toEqual([{ denom: 'stake', amount: half }]);
  expect(commissionOf(context, BOB)).toEqual([{ denom: 'stake', amount: half / 10n }]);
  expect(communityPool(context)).toEqual([{ denom: 'stake', amount: 1_001n * UNIT - 2n * half }]);
  expect(balanceOf(context, moduleAddress('cons_redistribute'), 'stake')).toBe(0n);
  expect(balanceOf(context, moduleAddress('distribution'), 'stake')).toBe(1_001n);
});

test('without representatives the community pool gets all fees', () => {
  const context = consumer(7n, new SdkChain({ validators: [] }));
  expect(bondedTokens(context)).toBe(0n);
  payRepresentatives(context);
  expect(communityPool(context)).toEqual([{ denom: 'stake', amount: 7n * UNIT }]);
});

test('without fees nothing changes', () => {
  const context = consumer(0n);
  payRepresentatives(context);
  expect(communityPool(context)).toEqual([]);
});

test('users cannot send coins to the accounts of the staking and governance modules, as on the provider', () => {
  const context = consumer(0n);
  expect(isBlocked(context, moduleAddress('gov'))).toBe(true);
  expect(isBlocked({ ...context, features: new Set() }, moduleAddress('gov'))).toBe(false);
  expect(isBlocked(context, moduleAddress('cons_to_send_to_provider'))).toBe(false);
});
