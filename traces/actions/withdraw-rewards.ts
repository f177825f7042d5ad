import * as fc from 'fast-check';
import type { WithdrawRewardsAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { paying, queued, txOf, type ActionKind } from '../action.ts';
import { present, someDelegation, someFee } from '../draw.ts';
import { accountName, coins, validatorName } from '../fields.ts';
import { accountKey } from '../keys.ts';

/** `cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward`. */
export const withdrawRewards: ActionKind<WithdrawRewardsAction> = {
  kind: 'withdraw-rewards',
  title: 'WithdrawRewardsAction',
  describes: 'A delegator takes what its delegation has earned (MsgWithdrawDelegatorReward).',
  fields: { by: accountName, validator: validatorName, fee: coins },
  optional: ['fee'],
  weight: () => 4,
  draw: (world) =>
    fc
      .record({ kind: fc.constant('withdraw-rewards' as const), pair: someDelegation(world), fee: someFee(world) })
      .map(({ kind, pair: { by, validator }, fee }) => present({ kind, by, validator, fee })),
  plan(world, { by, validator, fee }) {
    const tx = txOf(by, {
      '@type': '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward',
      delegator_address: bech32('cosmos', accountKey(by).address),
      validator_address: bech32('cosmosvaloper', accountKey(validator).address),
    });
    return queued(world, 'provider', paying(tx, fee));
  },
};
