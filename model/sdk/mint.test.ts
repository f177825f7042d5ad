import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import { minter } from '../../specs/tables/mint.ts';
import { ONE } from '../../specs/value.ts';
import { moduleAddress } from './auth/module-accounts.ts';
import { balanceOf } from './bank/balances.ts';
import { SdkChain } from './testing.ts';

describe('minting', () => {
  const inflating = {
    inflation: ONE / 10n,
    mint_denom: 'stake',
    inflation_rate_change: ONE / 10n,
    inflation_max: ONE / 5n,
    inflation_min: ONE / 20n,
    goal_bonded: ONE / 2n,
    blocks_per_year: 1_000n,
  };

  function minted(change: Partial<typeof inflating> = {}) {
    const chain = new SdkChain({ mint: { ...inflating, ...change } });
    chain.begin();
    return {
      row: chain.context.draft.get(minter, SINGLETON),
      fees: balanceOf(chain.context, moduleAddress('fee_collector'), 'stake'),
    };
  }

  test('follows the part of the stake that is bonded, and its coins are fees', () => {
    // 20,000,000 of 4,000,000,000 are bonded, 0.005 where 0.5 should be: inflation rises by 0.099 in a year.
    const inflation = ONE / 10n + 99_000_000_000_000n;
    expect(minted()).toEqual({ row: { inflation, annual_provisions: inflation * 4_000_000_000n }, fees: 400_396n });
  });

  test('stays between its limits', () => {
    expect(minted({ inflation: ONE }).row?.inflation).toBe(ONE / 5n);
    expect(minted({ inflation: 0n }).row?.inflation).toBe(ONE / 20n);
  });

  test('never begins without any inflation', () => {
    expect(minted({ inflation: 0n, inflation_max: 0n, inflation_min: 0n })).toEqual({
      row: { inflation: 0n, annual_provisions: 0n },
      fees: 0n,
    });
  });
});
