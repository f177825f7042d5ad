import * as fc from 'fast-check';
import type { FundCommunityPoolAction } from '../../specs/generated/trace.ts';
import { coinsOf, txOf, type ActionKind } from './action.ts';
import { someAccount, someCoins } from '../draw/index.ts';
import { accountName, coins } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgFundCommunityPool';

/** `cosmos.distribution.v1beta1.MsgFundCommunityPool`. */
export const fundCommunityPool: ActionKind<FundCommunityPoolAction> = {
  kind: 'fund-community-pool',
  title: 'FundCommunityPoolAction',
  describes: 'An account sends coins to the community pool (MsgFundCommunityPool).',
  sends: [TYPE],
  fields: { by: accountName, coins, chain: stakersChain },
  optional: ['chain'],
  weight: () => 1,
  draw: (world) =>
    onSomeChain(
      world,
      fc.record({
        kind: fc.constant('fund-community-pool' as const),
        by: someAccount(world),
        coins: someCoins(world),
      }),
    ),
  plan(world, { by, coins, chain }) {
    const { account, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        amount: coinsOf(coins),
        depositor: account(by),
      }),
    );
  },
};
