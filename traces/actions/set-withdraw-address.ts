import * as fc from 'fast-check';
import type { SetWithdrawAddressAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { someAccount, someRewardsReceiver } from '../draw.ts';
import { accountName, ownerName } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { ownerAddress } from '../owner.ts';

/** `cosmos.distribution.v1beta1.MsgSetWithdrawAddress`. */
export const setWithdrawAddress: ActionKind<SetWithdrawAddressAction> = {
  kind: 'set-withdraw-address',
  title: 'SetWithdrawAddressAction',
  describes: 'An account says where its rewards go from now on (MsgSetWithdrawAddress).',
  fields: { by: accountName, to: ownerName },
  weight: () => 1.5,
  draw: (world) =>
    fc.record({
      kind: fc.constant('set-withdraw-address' as const),
      by: someAccount(world),
      to: someRewardsReceiver(world),
    }),
  plan(world, { by, to }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': '/cosmos.distribution.v1beta1.MsgSetWithdrawAddress',
        delegator_address: bech32('cosmos', accountKey(by).address),
        withdraw_address: ownerAddress(to),
      }),
    );
  },
};
