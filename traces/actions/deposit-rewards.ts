import * as fc from 'fast-check';
import type { DepositRewardsAction } from '../../specs/generated/trace.ts';
import { coinsOf, txOf, type ActionKind } from './action.ts';
import { someAccount, someCoins, someValidator } from '../draw/index.ts';
import { accountName, coins, validatorName } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool';

/** `cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool`. */
export const depositRewards: ActionKind<DepositRewardsAction> = {
  kind: 'deposit-rewards',
  title: 'DepositRewardsAction',
  describes: 'An account deposits coins as rewards of a validator and its delegators (MsgDepositValidatorRewardsPool).',
  sends: [TYPE],
  fields: { by: accountName, validator: validatorName, coins, chain: stakersChain },
  optional: ['chain'],
  weight: () => 3,
  draw: (world) =>
    onSomeChain(
      world,
      fc.record({
        kind: fc.constant('deposit-rewards' as const),
        by: someAccount(world),
        validator: someValidator(world),
        coins: someCoins(world),
      }),
    ),
  plan(world, { by, validator, coins, chain }) {
    const { account, operator, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        depositor: account(by),
        validator_address: operator(validator),
        amount: coinsOf(coins),
      }),
    );
  },
};
