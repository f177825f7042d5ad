import * as fc from 'fast-check';
import type { CreateValidatorAction } from '../../specs/generated/trace.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import { txOf, type ActionKind } from './action.ts';
import { present, rarely, someAmountUpTo, someFraction, someKey, someNewValidator } from '../draw/index.ts';
import { amount, fraction, keyName, validatorName } from '../format/fields.ts';
import { consensusKey } from '../setup/keys.ts';
import { isLifted } from '../generate/lifted.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { balanceOf, isTombstoned, newValidators } from '../view/index.ts';

const TYPE = '/cosmos.staking.v1beta1.MsgCreateValidator';

/** `cosmos.staking.v1beta1.MsgCreateValidator`. */
export const createValidator: ActionKind<CreateValidatorAction> = {
  kind: 'create-validator',
  title: 'CreateValidatorAction',
  describes: 'An account becomes a validator (MsgCreateValidator).',
  sends: [TYPE],
  fields: {
    validator: validatorName,
    amount,
    commission: fraction,
    key: { ...keyName, description: 'The name of its consensus key; by default the name of the validator.' },
    chain: stakersChain,
  },
  optional: ['key', 'chain'],
  weight: (world) => (newValidators(world).length > 0 ? 6 : 0.3),
  draw: (world) =>
    onSomeChain(
      world,
      someNewValidator(world).chain((validator) =>
        fc
          .record({
            kind: fc.constant('create-validator' as const),
            validator: fc.constant(validator),
            amount: someAmountUpTo(balanceOf(world, validator)),
            commission: someFraction,
            key: rarely(
              3,
              someKey(world).filter((key) => isLifted(world, 'tombstoned-key') || !isTombstoned(world, key)),
            ),
          })
          .map(present),
      ),
    ),
  plan(world, { validator, amount, commission, key = validator, chain }) {
    const { operator, send } = stakersOn(world, chain);
    return send(
      txOf(validator, {
        '@type': TYPE,
        description: { moniker: validator, identity: '', website: '', security_contact: '', details: '' },
        commission: { rate: decimal(commission), max_rate: decimal('0.2'), max_change_rate: decimal('0.01') },
        min_self_delegation: 1n,
        delegator_address: '',
        validator_address: operator(validator),
        pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: consensusKey(key).pubKey },
        value: { denom: BOND_DENOM, amount: BigInt(amount) },
      }),
    );
  },
};
