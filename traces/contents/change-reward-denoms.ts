import * as fc from 'fast-check';
import type { ChangeRewardDenomsContent } from '../../specs/generated/trace.ts';
import type { SchemaPart } from '../action.ts';
import { denomOn } from '../coin-name.ts';
import type { ContentKind } from '../content.ts';

const denoms: SchemaPart = { type: 'array', items: { type: 'string', maxLength: 130 }, maxItems: 10 };

const VOUCHER = `ibc/${'A'.repeat(64)}`;

/** Denominations, of the chain and of others, rarely something that is none. */
const someDenoms = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('stake', 'photon', 'stake@c0', 'stake@c1', VOUCHER) },
    { weight: 1, arbitrary: fc.constantFrom('', '1x') },
  ),
  { maxLength: 2 },
);

/** `interchain_security.ccv.provider.v1.MsgChangeRewardDenoms`. */
export const changeRewardDenomsContent: ContentKind<ChangeRewardDenomsContent> = {
  message: 'change-reward-denoms',
  title: 'ChangeRewardDenomsContent',
  describes: 'Consumers may pay rewards in other denominations (MsgChangeRewardDenoms).',
  fields: { add: denoms, remove: denoms },
  weight: () => 2,
  draw: () => fc.record({ message: fc.constant('change-reward-denoms' as const), add: someDenoms, remove: someDenoms }),
  build: (world, { add, remove }, authority) => ({
    '@type': '/interchain_security.ccv.provider.v1.MsgChangeRewardDenoms',
    denoms_to_add: add.map((name) => denomOn(world, 'provider', name)),
    denoms_to_remove: remove.map((name) => denomOn(world, 'provider', name)),
    authority,
  }),
};
