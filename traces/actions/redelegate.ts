import * as fc from 'fast-check';
import type { RedelegateAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someDelegation, someStakeOf, someOtherValidator } from '../draw/index.ts';
import { accountName, amount, validatorName } from '../format/fields.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';

const TYPE = '/cosmos.staking.v1beta1.MsgBeginRedelegate';

/** `cosmos.staking.v1beta1.MsgBeginRedelegate`. */
export const redelegate: ActionKind<RedelegateAction> = {
  kind: 'redelegate',
  title: 'RedelegateAction',
  describes: 'An account redelegates tokens from one validator to another (MsgBeginRedelegate).',
  sends: [TYPE],
  fields: { by: accountName, from: validatorName, to: validatorName, amount, chain: stakersChain },
  optional: ['chain'],
  weight: () => 5,
  draw: (world) =>
    onSomeChain(
      world,
      someDelegation(world).chain((pair) =>
        fc.record({
          kind: fc.constant('redelegate' as const),
          by: fc.constant(pair.by),
          from: fc.constant(pair.validator),
          to: someOtherValidator(world, pair.validator),
          amount: someStakeOf(world, pair),
        }),
      ),
    ),
  plan(world, { by, from, to, amount, chain }) {
    const { account, operator, send } = stakersOn(world, chain);
    return send(
      txOf(by, {
        '@type': TYPE,
        delegator_address: account(by),
        validator_src_address: operator(from),
        validator_dst_address: operator(to),
        amount: { denom: BOND_DENOM, amount: BigInt(amount) },
      }),
    );
  },
};
