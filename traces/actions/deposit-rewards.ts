import * as fc from 'fast-check';
import type { DepositRewardsAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { coinsOf, queued, txOf, type ActionKind } from '../action.ts';
import { someAccount, someCoins, someValidator } from '../draw.ts';
import { accountName, coins, validatorName } from '../fields.ts';
import { accountKey } from '../keys.ts';

/** `cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool`. */
export const depositRewards: ActionKind<DepositRewardsAction> = {
  kind: 'deposit-rewards',
  title: 'DepositRewardsAction',
  describes: 'An account gives coins to a validator and its delegators as rewards (MsgDepositValidatorRewardsPool).',
  fields: { by: accountName, validator: validatorName, coins },
  weight: () => 3,
  draw: (world) =>
    fc.record({
      kind: fc.constant('deposit-rewards' as const),
      by: someAccount(world),
      validator: someValidator(world),
      coins: someCoins(world),
    }),
  plan(world, { by, validator, coins }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool',
        depositor: bech32('cosmos', accountKey(by).address),
        validator_address: bech32('cosmosvaloper', accountKey(validator).address),
        amount: coinsOf(coins),
      }),
    );
  },
};
