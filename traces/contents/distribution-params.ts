import * as fc from 'fast-check';
import type { DistributionParamsContent } from '../../specs/generated/trace.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import type { ContentKind } from './content.ts';
import { someFraction } from '../draw/index.ts';
import { fraction } from '../format/fields.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgUpdateParams';

/** `cosmos.distribution.v1beta1.MsgUpdateParams`. */
export const distributionParamsContent: ContentKind<DistributionParamsContent> = {
  message: 'distribution-params',
  title: 'DistributionParamsContent',
  describes: 'A new community tax, and whether delegators may set a withdraw address (MsgUpdateParams).',
  type: TYPE,
  fields: { communityTax: fraction, withdrawAddresses: { type: 'boolean' } },
  weight: () => 1,
  draw: () =>
    fc.record({
      message: fc.constant('distribution-params' as const),
      communityTax: someFraction,
      withdrawAddresses: fc.boolean(),
    }),
  build: (_world, { communityTax, withdrawAddresses }, authority) => ({
    '@type': TYPE,
    authority,
    params: {
      community_tax: decimal(communityTax),
      base_proposer_reward: 0n,
      bonus_proposer_reward: 0n,
      withdraw_addr_enabled: withdrawAddresses,
    },
  }),
};
