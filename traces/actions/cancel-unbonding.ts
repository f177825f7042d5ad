import * as fc from 'fast-check';
import type { CancelUnbondingAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { someAmountUpTo, someUnbonding } from '../draw/index.ts';
import { accountName, amount, count, validatorName } from '../format/fields.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { unbondingEntries, unbondings } from '../view/index.ts';

const TYPE = '/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation';

/** The height of an entry that does not exist. */
const NO_HEIGHT = 1n;

/** `cosmos.staking.v1beta1.MsgCancelUnbondingDelegation`. */
export const cancelUnbonding: ActionKind<CancelUnbondingAction> = {
  kind: 'cancel-unbonding',
  title: 'CancelUnbondingAction',
  describes: 'An account cancels an unbonding delegation, in whole or in part (MsgCancelUnbondingDelegation).',
  sends: [TYPE],
  fields: {
    by: accountName,
    validator: validatorName,
    entry: { ...count, description: 'Which unbonding entry of this delegator and validator; 1 is the newest.' },
    amount,
    chain: stakersChain,
  },
  optional: ['chain'],
  weight: (world) => (unbondings(world).length > 0 ? 5 : 0.3),
  draw: (world) =>
    onSomeChain(
      world,
      someUnbonding(world).chain(({ by, validator, entry, balance }) =>
        fc.record({
          kind: fc.constant('cancel-unbonding' as const),
          by: fc.constant(by),
          validator: fc.constant(validator),
          entry: fc.constant(entry),
          amount: someAmountUpTo(balance),
        }),
      ),
    ),
  plan(world, { by, validator, entry, amount, chain }) {
    const { account, operator, send } = stakersOn(world, chain);
    const entries = unbondingEntries(world, { by, validator });
    return send(
      txOf(by, {
        '@type': TYPE,
        delegator_address: account(by),
        validator_address: operator(validator),
        amount: { denom: BOND_DENOM, amount: BigInt(amount) },
        creation_height: entries.at(-entry)?.creation_height ?? NO_HEIGHT,
      }),
    );
  },
};
