import * as fc from 'fast-check';
import type { UpdateDistributionAction } from '../../specs/generated/trace.ts';
import { bech32 } from '../../model/bech32.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import { queued, txOf, type ActionKind } from './action.ts';
import { someAccount, someFraction } from '../draw/index.ts';
import { accountName, fraction } from '../format/fields.ts';
import { accountKey } from '../setup/keys.ts';

const TYPE = '/cosmos.distribution.v1beta1.MsgUpdateParams';

/** `cosmos.distribution.v1beta1.MsgUpdateParams`. */
export const updateDistribution: ActionKind<UpdateDistributionAction> = {
  kind: 'update-distribution',
  title: 'UpdateDistributionAction',
  describes: 'An account tries to change the community tax, which only governance may do (MsgUpdateParams).',
  sends: [TYPE],
  fields: { by: accountName, communityTax: fraction },
  weight: () => 0.3,
  draw: (world) =>
    fc.record({
      kind: fc.constant('update-distribution' as const),
      by: someAccount(world),
      communityTax: someFraction,
    }),
  plan(world, { by, communityTax }) {
    return queued(
      world,
      'provider',
      txOf(by, {
        '@type': TYPE,
        authority: bech32('cosmos', accountKey(by).address),
        params: {
          community_tax: decimal(communityTax),
          base_proposer_reward: 0n,
          bonus_proposer_reward: 0n,
          withdraw_addr_enabled: true,
        },
      }),
    );
  },
};
