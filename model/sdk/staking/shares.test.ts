import { describe, expect, test } from 'vitest';
import { decimalOf } from '../decimal.ts';
import { refusalOf, SdkChain, ALICE } from '../testing.ts';
import {
  addTokens,
  hasInvalidExchangeRate,
  removeShares,
  sharesFromTokens,
  sharesFromTokensTruncated,
  tokensFromShares,
} from './shares.ts';
import { validatorAt } from './validators.ts';

const validator = validatorAt(new SdkChain().context, ALICE);

describe('shares', () => {
  test('the first delegation sets the exchange rate to one', () => {
    const empty = { ...validator, tokens: 0n, delegator_shares: 0n };
    expect(addTokens(empty, 5n).shares).toBe(decimalOf(5n));
  });

  test('after a slash a token buys more than a share, cut off at the last digit', () => {
    const slashed = { ...validator, tokens: 3n, delegator_shares: decimalOf(10n) };
    expect(sharesFromTokens(slashed, 1n)).toBe(3_333_333_333_333_333_333n);
    expect(sharesFromTokensTruncated(slashed, 1n)).toBe(3_333_333_333_333_333_333n);
    expect(tokensFromShares(slashed, decimalOf(5n))).toBe(1_500_000_000_000_000_000n);
  });

  test('what a share is worth is rounded down to tokens, and the rest stays with the validator', () => {
    const slashed = { ...validator, tokens: 3n, delegator_shares: decimalOf(10n) };
    const removed = removeShares(slashed, decimalOf(5n));
    expect(removed.tokens).toBe(1n);
    expect(removed.validator).toMatchObject({ tokens: 2n, delegator_shares: decimalOf(5n) });
  });

  test('the last shares take all that is left', () => {
    const slashed = { ...validator, tokens: 3n, delegator_shares: decimalOf(10n) };
    expect(removeShares(slashed, decimalOf(10n)).tokens).toBe(3n);
  });

  test('shares of a validator without tokens are worth nothing and cannot be bought', () => {
    const burnt = { ...validator, tokens: 0n };
    expect(hasInvalidExchangeRate(burnt)).toBe(true);
    expect(refusalOf(() => sharesFromTokens(burnt, 1n))).toBe('staking/22');
  });
});
