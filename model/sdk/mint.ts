import { SINGLETON } from '../../specs/key.ts';
import { stakedGenesis } from '../../specs/genesis.ts';
import { minter, mintParams, type MinterRow, type MintParamsRow } from '../../specs/tables/mint.ts';
import { supply } from '../../specs/tables/bank.ts';
import { ONE, type Dec } from '../../specs/value.ts';
import type { Context, Module } from '../context.ts';
import { moduleAccount } from './auth/accounts.ts';
import { mint, sendBetweenModules } from './bank/send.ts';
import { decimalOf, mul, mulInt, quo, quoInt, truncateInt } from './decimal.ts';
import { stakingParamsOf } from './staking/params.ts';

/**
 * The mint module of the provider: each block makes a part of a year's inflation, which counts as fees.
 * `bondedTokens` are those that count as bonded for it.
 */
export function mintModule(bondedTokens: (context: Context) => bigint): Module {
  return {
    name: 'mint',
    initGenesis(context, genesis) {
      const staked = stakedGenesis(genesis);
      if (staked === undefined) return undefined;
      const { inflation, ...params } = staked.mint;
      context.draft.set(minter, SINGLETON, { inflation, annual_provisions: 0n });
      context.draft.set(mintParams, SINGLETON, params);
      moduleAccount(context, 'mint');
      return undefined;
    },
    exports: () => [minter, mintParams],
    beginBlock(context) {
      const { draft } = context;
      const params = draft.get(mintParams, SINGLETON);
      const before = draft.get(minter, SINGLETON);
      if (params === undefined || before === undefined) throw new Error('the mint module has no parameters yet');
      // Without any inflation, now and ever, there is nothing to calculate.
      if (before.inflation === 0n && params.inflation_max === 0n) return;
      const inflation = nextInflation(before, params, bondedRatio(context, bondedTokens(context)));
      const provisions = mulInt(inflation, stakeSupply(context));
      draft.set(minter, SINGLETON, { inflation, annual_provisions: provisions });
      const amount = truncateInt(quoInt(provisions, params.blocks_per_year));
      if (amount === 0n) return;
      const coins = [{ denom: params.mint_denom, amount }];
      mint(context, 'mint', coins);
      sendBetweenModules(context, 'mint', 'fee_collector', coins);
    },
  };
}

/**
 * The inflation of this block (SDK, `NextInflationRate`): it rises while less is bonded than should be and falls while
 * more is, between its limits.
 */
function nextInflation({ inflation }: MinterRow, params: MintParamsRow, bonded: Dec): Dec {
  const { goal_bonded, inflation_rate_change, inflation_max, inflation_min, blocks_per_year } = params;
  const perYear = mul(ONE - quo(bonded, goal_bonded), inflation_rate_change);
  const next = inflation + quo(perYear, decimalOf(blocks_per_year));
  if (next > inflation_max) return inflation_max;
  return next < inflation_min ? inflation_min : next;
}

function bondedRatio(context: Context, bonded: bigint): Dec {
  const all = stakeSupply(context);
  return all > 0n ? quoInt(decimalOf(bonded), all) : 0n;
}

function stakeSupply(context: Context): bigint {
  return context.draft.get(supply, stakingParamsOf(context).bond_denom) ?? 0n;
}
