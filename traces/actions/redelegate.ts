import * as fc from 'fast-check';
import type { RedelegateAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { someDelegation, someStakeOf, someOtherValidator } from '../draw.ts';
import { accountName, amount, validatorName } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { BOND_DENOM } from '../setup.ts';

/** `cosmos.staking.v1beta1.MsgBeginRedelegate`. */
export const redelegate: ActionKind<RedelegateAction> = {
  kind: 'redelegate',
  title: 'RedelegateAction',
  describes: 'An account moves tokens from one validator to another at once (MsgBeginRedelegate).',
  fields: { by: accountName, from: validatorName, to: validatorName, amount },
  weight: () => 5,
  draw: (world) =>
    someDelegation(world).chain((pair) =>
      fc.record({
        kind: fc.constant('redelegate' as const),
        by: fc.constant(pair.by),
        from: fc.constant(pair.validator),
        to: someOtherValidator(world, pair.validator),
        amount: someStakeOf(world, pair),
      }),
    ),
  plan(world, { by, from, to, amount }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.staking.v1beta1.MsgBeginRedelegate',
        delegator_address: bech32('cosmos', accountKey(by).address),
        validator_src_address: bech32('cosmosvaloper', accountKey(from).address),
        validator_dst_address: bech32('cosmosvaloper', accountKey(to).address),
        amount: { denom: BOND_DENOM, amount: BigInt(amount) },
      }),
    );
  },
};
