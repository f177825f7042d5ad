import * as fc from 'fast-check';
import type { CommunitySpendContent } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import type { ContentKind } from './content.ts';
import { someAccount } from '../draw/index.ts';
import { accountName, amount } from '../format/fields.ts';
import { accountKey } from '../setup/keys.ts';
import { BOND_DENOM } from '../setup/setup.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend';

/** `cosmos.distribution.v1beta1.MsgCommunityPoolSpend`. */
export const communitySpendContent: ContentKind<CommunitySpendContent> = {
  message: 'community-spend',
  title: 'CommunitySpendContent',
  describes: 'The community pool pays an account (MsgCommunityPoolSpend).',
  type: TYPE,
  fields: { to: accountName, amount },
  weight: () => 0.5,
  draw: (world) =>
    fc.record({
      message: fc.constant('community-spend' as const),
      to: someAccount(world),
      amount: fc.constantFrom('0', '1', '1000', '1000000', '1000000000000000'),
    }),
  build: (_world, { to, amount }, authority) => ({
    '@type': TYPE,
    authority,
    recipient: bech32('cosmos', accountKey(to).address),
    amount: [{ denom: BOND_DENOM, amount: BigInt(amount) }],
  }),
};
