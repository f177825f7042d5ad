import * as fc from 'fast-check';
import type { SetWithdrawAddressAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someAccount, someRewardsReceiver } from '../draw/index.ts';
import { accountName, ownerName } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { ownerAddress } from '../messages/owner.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgSetWithdrawAddress';

/** `cosmos.distribution.v1beta1.MsgSetWithdrawAddress`. */
export const setWithdrawAddress: ActionKind<SetWithdrawAddressAction> = {
  kind: 'set-withdraw-address',
  title: 'SetWithdrawAddressAction',
  describes: 'An account sets the address that receives its rewards (MsgSetWithdrawAddress).',
  sends: [TYPE],
  fields: { by: accountName, to: ownerName, chain: stakersChain },
  optional: ['chain'],
  weight: () => 1.5,
  draw: (world) =>
    onSomeChain(
      world,
      fc.record({
        kind: fc.constant('set-withdraw-address' as const),
        by: someAccount(world),
        to: someRewardsReceiver(world),
      }),
    ),
  plan(world, { by, to, chain }) {
    const { prefix, account, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        delegator_address: account(by),
        withdraw_address: ownerAddress(to, prefix),
      }),
    );
  },
};
