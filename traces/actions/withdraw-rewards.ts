import * as fc from 'fast-check';
import type { WithdrawRewardsAction } from '../../specs/generated/trace.ts';
import { paying, txOf, type ActionKind } from './action.ts';
import { present, someDelegation, someFee } from '../draw/index.ts';
import { accountName, coins, validatorName } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward';

/** `cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward`. */
export const withdrawRewards: ActionKind<WithdrawRewardsAction> = {
  kind: 'withdraw-rewards',
  title: 'WithdrawRewardsAction',
  describes: 'A delegator withdraws the rewards of a delegation (MsgWithdrawDelegatorReward).',
  sends: [TYPE],
  fields: { by: accountName, validator: validatorName, fee: coins, chain: stakersChain },
  optional: ['fee', 'chain'],
  weight: () => 4,
  draw: (world) =>
    onSomeChain(
      world,
      fc
        .record({ kind: fc.constant('withdraw-rewards' as const), pair: someDelegation(world), fee: someFee(world) })
        .map(({ kind, pair: { by, validator }, fee }) => present({ kind, by, validator, fee })),
    ),
  plan(world, { by, validator, fee, chain }) {
    const { account, operator, send } = stakersOn(world, chain);
    const tx = txOf(by, {
      '@type': TYPE,
      delegator_address: account(by),
      validator_address: operator(validator),
    });
    return send(paying(tx, fee));
  },
};
