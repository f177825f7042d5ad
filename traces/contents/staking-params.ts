import * as fc from 'fast-check';
import type { StakingParamsContent } from '../../specs/generated/trace.ts';
import { stakingParams } from '../../specs/tables/staking/chain.ts';
import { SECOND } from '../../specs/value.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import type { ContentKind } from './content.ts';
import { present, rarely } from '../draw/index.ts';
import { fraction } from '../format/fields.ts';
import { validators } from '../view/index.ts';
import { presentParams } from './parameters.ts';

const TYPE = '/cosmos.staking.v1beta1.MsgUpdateParams';

const count = { type: 'integer', minimum: 0, maximum: 1000 } as const;

/** `cosmos.staking.v1beta1.MsgUpdateParams`. */
export const stakingParamsContent: ContentKind<StakingParamsContent> = {
  message: 'staking-params',
  title: 'StakingParamsContent',
  describes: 'New parameters of staking (MsgUpdateParams); omitted fields do not change.',
  type: TYPE,
  fields: {
    unbondingSeconds: { type: 'integer', minimum: 0, maximum: 315_360_000 },
    maxValidators: count,
    maxEntries: count,
    minCommission: fraction,
    historicalEntries: { ...count, description: 'How many historical infos the chain keeps.' },
  },
  optional: ['unbondingSeconds', 'maxValidators', 'maxEntries', 'minCommission', 'historicalEntries'],
  weight: () => 2,
  draw: (world) =>
    fc
      .record({
        message: fc.constant('staking-params' as const),
        unbondingSeconds: rarely(20, fc.constantFrom(0, 1_200, 604_800, 1_814_400)),
        maxValidators: rarely(40, fc.integer({ min: 1, max: validators(world).length + 1 })),
        maxEntries: rarely(30, fc.constantFrom(0, 1, 2, 7)),
        minCommission: rarely(30, fc.constantFrom('0', '0.1', '0.11', '1', '1.1')),
        historicalEntries: rarely(10, fc.constantFrom(0, 1, 3)),
      })
      .map(present),
  build(world, { unbondingSeconds, maxValidators, maxEntries, minCommission, historicalEntries }, authority) {
    const before = presentParams(world, stakingParams, ({ staking }) => ({ ...staking }));
    return {
      '@type': TYPE,
      authority,
      params: {
        ...before,
        ...(unbondingSeconds !== undefined && { unbonding_time: BigInt(unbondingSeconds) * SECOND }),
        ...(maxValidators !== undefined && { max_validators: maxValidators }),
        ...(maxEntries !== undefined && { max_entries: maxEntries }),
        ...(historicalEntries !== undefined && { historical_entries: historicalEntries }),
        ...(minCommission !== undefined && { min_commission_rate: decimal(minCommission) }),
      },
    };
  },
};
