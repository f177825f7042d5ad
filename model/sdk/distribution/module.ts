import { SINGLETON } from '../../../specs/key.ts';
import { stakedGenesis } from '../../../specs/genesis.ts';
import {
  accumulatedCommissions,
  currentRewards,
  distributionParams,
  feePool,
  historicalRewards,
  outstandingRewards,
  previousProposer,
  slashEvents,
  startingInfos,
  withdrawAddresses,
} from '../../../specs/tables/distribution.ts';
import { sameValue } from '../../../specs/value.ts';
import type { Context, Module } from '../../context.ts';
import { moduleAccount } from '../auth/accounts.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { balancesOf } from '../bank/balances.ts';
import { addCoinsOf, truncateCoins } from '../dec-coins.ts';
import { Halt, haltIfRefused } from '../../halt.ts';
import { allocateFees } from './allocate.ts';
import { communityPool, setCommunityPool } from './fee-pool.ts';
import { distributionHandlers } from './messages.ts';

/** The distribution module of the provider (F1): what validators, delegators and the community earn. */
export const distributionModule: Module = {
  name: 'distribution',
  initGenesis(context, genesis) {
    const staked = stakedGenesis(genesis);
    if (staked === undefined) return undefined;
    setCommunityPool(context, []);
    context.draft.set(distributionParams, SINGLETON, {
      ...staked.distribution,
      base_proposer_reward: 0n,
      bonus_proposer_reward: 0n,
    });
    rememberProposer(context);
    moduleAccount(context, 'distribution');
    return undefined;
  },
  exports: () => [
    feePool,
    distributionParams,
    previousProposer,
    outstandingRewards,
    withdrawAddresses,
    startingInfos,
    historicalRewards,
    currentRewards,
    accumulatedCommissions,
    slashEvents,
  ],
  importGenesis(context) {
    checkHoldings(context);
    return undefined;
  },
  beginBlock(context) {
    if (context.block.height > 1n) haltIfRefused('distribution/fees-refused', () => allocateFees(context));
    rememberProposer(context);
  },
  handlers: distributionHandlers,
};

/** The module refuses to start with other coins than those that are owed, in whole numbers (SDK, `InitGenesis`). */
function checkHoldings(context: Context): void {
  const { draft } = context;
  let owed = communityPool(context);
  for (const [, { rewards }] of draft.entries(outstandingRewards)) owed = addCoinsOf(owed, rewards);
  const held = balancesOf(context, moduleAddress('distribution'));
  if (!sameValue(truncateCoins(owed).whole, held))
    throw new Halt('distribution/holdings-differ', 'the module holds other coins than it owes');
}

/** Proposers get no reward of their own any more, but who it was is still written. */
function rememberProposer({ draft, block }: Context): void {
  if (draft.get(previousProposer, SINGLETON)?.value !== block.proposer) {
    draft.set(previousProposer, SINGLETON, { value: block.proposer });
  }
}
