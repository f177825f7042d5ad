import { SINGLETON } from '../../../specs/key.ts';
import type { Coin } from '../../../specs/block.ts';
import { feePool } from '../../../specs/tables/distribution.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { sendToModule } from '../bank/send.ts';
import { addCoinsOf, decCoinsOf, type DecCoins } from '../dec-coins.ts';

/** The community pool. */
export function communityPool({ draft }: Context): DecCoins {
  return draft.get(feePool, SINGLETON)?.community_pool ?? [];
}

/** Stores the community pool. */
export function setCommunityPool({ draft }: Context, coins: DecCoins): void {
  draft.set(feePool, SINGLETON, { community_pool: coins });
}

/** Adds coins to the community pool that the module account already has. */
export function addToCommunityPool(context: Context, coins: DecCoins): void {
  if (coins.length > 0) setCommunityPool(context, addCoinsOf(communityPool(context), coins));
}

/** An account funds the community pool (SDK, `FundCommunityPool`). Refuses when it has too few coins. */
export function fundCommunityPool(context: Context, from: Hex, coins: readonly Coin[]): void {
  sendToModule(context, from, 'distribution', coins);
  addToCommunityPool(context, decCoinsOf(coins));
}
