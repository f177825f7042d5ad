import * as fc from 'fast-check';
import type { FundCommunityPoolAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { coinsOf, queued, txOf, type ActionKind } from '../action.ts';
import { someAccount, someCoins } from '../draw.ts';
import { accountName, coins } from '../fields.ts';
import { accountKey } from '../keys.ts';

/** `cosmos.distribution.v1beta1.MsgFundCommunityPool`. */
export const fundCommunityPool: ActionKind<FundCommunityPoolAction> = {
  kind: 'fund-community-pool',
  title: 'FundCommunityPoolAction',
  describes: 'An account gives coins to the community (MsgFundCommunityPool).',
  fields: { by: accountName, coins },
  weight: () => 1,
  draw: (world) =>
    fc.record({
      kind: fc.constant('fund-community-pool' as const),
      by: someAccount(world),
      coins: someCoins(world),
    }),
  plan(world, { by, coins }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.distribution.v1beta1.MsgFundCommunityPool',
        amount: coinsOf(coins),
        depositor: bech32('cosmos', accountKey(by).address),
      }),
    );
  },
};
