import * as fc from 'fast-check';
import type { EditValidatorAction } from '../../specs/generated/trace.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import { txOf, type ActionKind } from './action.ts';
import { rarely, someAmount, someFraction, someValidator } from '../draw/index.ts';
import { amount, fraction, validatorName } from '../format/fields.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';

const TYPE = '/cosmos.staking.v1beta1.MsgEditValidator';

/** The SDK's marker for a part of the description that does not change. */
const KEEP = '[do-not-modify]';

/** `cosmos.staking.v1beta1.MsgEditValidator`. */
export const editValidator: ActionKind<EditValidatorAction> = {
  kind: 'edit-validator',
  title: 'EditValidatorAction',
  describes: 'A validator changes its commission or its minimum self-delegation (MsgEditValidator).',
  sends: [TYPE],
  fields: { validator: validatorName, commission: fraction, minSelfDelegation: amount, chain: stakersChain },
  optional: ['commission', 'minSelfDelegation', 'chain'],
  weight: () => 2,
  draw: (world) =>
    onSomeChain(
      world,
      fc
        .record({
          validator: someValidator(world),
          commission: rarely(50, someFraction),
          least: rarely(40, someAmount(world)),
        })
        .map(({ validator, commission, least }) => ({
          kind: 'edit-validator' as const,
          validator,
          ...(commission !== undefined && { commission }),
          ...(least !== undefined && { minSelfDelegation: least }),
        })),
    ),
  plan(world, { validator, commission, minSelfDelegation, chain }) {
    const { operator, send } = stakersOn(world, chain);
    return send(
      txOf(validator, {
        '@type': TYPE,
        description: { moniker: KEEP, identity: KEEP, website: KEEP, security_contact: KEEP, details: KEEP },
        validator_address: operator(validator),
        ...(commission !== undefined && { commission_rate: decimal(commission) }),
        ...(minSelfDelegation !== undefined && { min_self_delegation: BigInt(minSelfDelegation) }),
      }),
    );
  },
};
