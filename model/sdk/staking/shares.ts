import type { ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import type { Dec } from '../../../specs/value.ts';
import { decimalOf, mulInt, quo, quoInt, quoTruncate, truncateInt } from '../decimal.ts';
import { ensure } from '../errors.ts';

/** The fields that determine the value of a validator's shares. */
type Pool = Pick<ValidatorRow, 'tokens' | 'delegator_shares'>;

/** Whether shares are worth nothing, because all tokens of the validator were slashed. */
export function hasInvalidExchangeRate({ tokens, delegator_shares }: Pool): boolean {
  return tokens === 0n && delegator_shares > 0n;
}

/** The tokens that shares are worth, as a decimal. Divides by the shares of the validator: it must have some. */
export function tokensFromShares({ tokens, delegator_shares }: Pool, shares: Dec): Dec {
  return quo(mulInt(shares, tokens), delegator_shares);
}

/** The same value, truncated at the last digit. */
export function tokensFromSharesTruncated({ tokens, delegator_shares }: Pool, shares: Dec): Dec {
  return quoTruncate(mulInt(shares, tokens), delegator_shares);
}

/** The shares that tokens buy. Refuses when the validator has no tokens. */
export function sharesFromTokens({ tokens, delegator_shares }: Pool, amount: bigint): Dec {
  ensure(tokens > 0n, 'insufficientShares', 'the validator has no tokens');
  return quoInt(mulInt(delegator_shares, amount), tokens);
}

/** The same shares by decimal division, truncated at the last digit. */
export function sharesFromTokensTruncated({ tokens, delegator_shares }: Pool, amount: bigint): Dec {
  ensure(tokens > 0n, 'insufficientShares', 'the validator has no tokens');
  return quoTruncate(mulInt(delegator_shares, amount), decimalOf(tokens));
}

/** Puts tokens into a validator; its first delegation sets the exchange rate to one. */
export function addTokens(
  validator: ValidatorRow,
  amount: bigint,
): { readonly validator: ValidatorRow; readonly shares: Dec } {
  const { tokens, delegator_shares } = validator;
  const shares = delegator_shares === 0n ? decimalOf(amount) : sharesFromTokens(validator, amount);
  return {
    validator: { ...validator, tokens: tokens + amount, delegator_shares: delegator_shares + shares },
    shares,
  };
}

/** Takes shares out of a validator. Fractions of tokens stay with it; the last shares take everything. */
export function removeShares(
  validator: ValidatorRow,
  shares: Dec,
): { readonly validator: ValidatorRow; readonly tokens: bigint } {
  const left = validator.delegator_shares - shares;
  const tokens = left === 0n ? validator.tokens : truncateInt(tokensFromShares(validator, shares));
  ensure(tokens <= validator.tokens, 'panic', 'more tokens than the validator has');
  return { validator: { ...validator, tokens: validator.tokens - tokens, delegator_shares: left }, tokens };
}
