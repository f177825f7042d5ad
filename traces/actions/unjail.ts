import * as fc from 'fast-check';
import type { UnjailAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { present, rarely, someAccount, someJailed } from '../draw/index.ts';
import { accountName, chainName, validatorName } from '../format/fields.ts';
import { accountKey, prefixOf } from '../setup/keys.ts';
import { validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

const TYPE = '/cosmos.slashing.v1beta1.MsgUnjail';

/** `cosmos.slashing.v1beta1.MsgUnjail`. */
export const unjail: ActionKind<UnjailAction> = {
  kind: 'unjail',
  title: 'UnjailAction',
  describes:
    'A validator asks to leave jail (MsgUnjail). A consumer refuses it, also from the representatives of its own stakers.',
  sends: [TYPE],
  fields: {
    validator: validatorName,
    by: { ...accountName, description: 'Who signs, by default the validator; another account may not.' },
    chain: { ...chainName, description: 'The chain whose validator it is, by default the provider.' },
  },
  optional: ['by', 'chain'],
  weight: (world) => (validators(world).some((validator) => validator.jailed) ? 4 : 0.3),
  draw: (world) =>
    fc
      .record({
        kind: fc.constant('unjail' as const),
        validator: someJailed(world),
        by: rarely(10, someAccount(world)),
        chain: someConsumerChain(world),
      })
      .map(present),
  plan(world, { validator, by = validator, chain = 'provider' }) {
    const operator = bech32(`${prefixOf(chain)}valoper`, accountKey(validator).address);
    return queued(world, chain, txOf(by, { '@type': TYPE, validator_addr: operator }));
  },
};

/** So often, in percent, a validator asks a chain other than the provider. */
const ELSEWHERE = 15;

function someConsumerChain(world: World): fc.Arbitrary<string | undefined> {
  const consumers = [...world.chains.keys()].filter((name) => name !== 'provider');
  return consumers.length === 0 ? fc.constant(undefined) : rarely(ELSEWHERE, fc.constantFrom(...consumers));
}
