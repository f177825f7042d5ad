import * as fc from 'fast-check';
import type { UnjailAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from '../action.ts';
import { present, rarely, someAccount, someJailed } from '../draw.ts';
import { accountName, validatorName } from '../fields.ts';
import { accountKey } from '../keys.ts';
import { validators } from '../view.ts';

const TYPE = '/cosmos.slashing.v1beta1.MsgUnjail';

/** `cosmos.slashing.v1beta1.MsgUnjail`. */
export const unjail: ActionKind<UnjailAction> = {
  kind: 'unjail',
  title: 'UnjailAction',
  describes: 'A validator asks to leave jail (MsgUnjail).',
  sends: [TYPE],
  fields: {
    validator: validatorName,
    by: { ...accountName, description: 'Who signs, by default the validator; another account may not.' },
  },
  optional: ['by'],
  weight: (world) => (validators(world).some((validator) => validator.jailed) ? 4 : 0.3),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('unjail' as const),
        validator: someJailed(world),
        by: rarely(10, someAccount(world)),
      })
      .map(present),
  plan(world, { validator, by = validator }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': TYPE,
        validator_addr: bech32('cosmosvaloper', accountKey(validator).address),
      }),
    );
  },
};
