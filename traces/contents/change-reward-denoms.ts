import * as fc from 'fast-check';
import type { ChangeRewardDenomsContent } from '../../specs/generated/trace.ts';
import type { SchemaPart } from '../actions/action.ts';
import { denomOn } from '../messages/coin-name.ts';
import type { ContentKind } from './content.ts';

const TYPE = '/interchain_security.ccv.provider.v1.MsgChangeRewardDenoms';

const denoms: SchemaPart = { type: 'array', items: { type: 'string', maxLength: 130 }, maxItems: 10 };

const one = { minLength: 1, maxLength: 2 };
const two = { maxLength: 2 };
const VOUCHER = `ibc/${'A'.repeat(64)}`;

/** Denominations of the chain and of others; rarely an invalid one. */
const someDenom = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('stake', 'photon', 'stake@c0', 'stake@c1', VOUCHER) },
  { weight: 1, arbitrary: fc.constantFrom('', '1x') },
);

/** Adds, removes, both, or neither. */
const someChange = fc.oneof(
  { weight: 4, arbitrary: fc.record({ add: fc.array(someDenom, one), remove: fc.constant([]) }) },
  { weight: 4, arbitrary: fc.record({ add: fc.constant([]), remove: fc.array(someDenom, one) }) },
  { weight: 2, arbitrary: fc.record({ add: fc.array(someDenom, two), remove: fc.array(someDenom, two) }) },
);

/** `interchain_security.ccv.provider.v1.MsgChangeRewardDenoms`. */
export const changeRewardDenomsContent: ContentKind<ChangeRewardDenomsContent> = {
  message: 'change-reward-denoms',
  title: 'ChangeRewardDenomsContent',
  describes: 'The provider accepts rewards in other denominations (MsgChangeRewardDenoms).',
  type: TYPE,
  fields: { add: denoms, remove: denoms },
  weight: () => 2,
  draw: () => someChange.map((change) => ({ message: 'change-reward-denoms' as const, ...change })),
  build: (world, { add, remove }, authority) => ({
    '@type': TYPE,
    denoms_to_add: add.map((name) => denomOn(world, 'provider', name)),
    denoms_to_remove: remove.map((name) => denomOn(world, 'provider', name)),
    authority,
  }),
};
