import * as fc from 'fast-check';
import type { SlashingParamsContent } from '../../specs/generated/trace.ts';
import { slashingParams } from '../../specs/tables/slashing.ts';
import { SECOND } from '../../specs/value.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import type { ContentKind } from './content.ts';
import { present, rarely } from '../draw/index.ts';
import { fraction } from '../format/fields.ts';
import { presentParams } from './parameters.ts';

const TYPE = '/cosmos.slashing.v1beta1.MsgUpdateParams';

/** `cosmos.slashing.v1beta1.MsgUpdateParams`. */
export const slashingParamsContent: ContentKind<SlashingParamsContent> = {
  message: 'slashing-params',
  title: 'SlashingParamsContent',
  describes: 'New parameters of slashing (MsgUpdateParams); omitted fields do not change.',
  type: TYPE,
  fields: {
    window: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    minSigned: fraction,
    jailSeconds: { type: 'integer', minimum: 0, maximum: 315_360_000 },
    downtimeFraction: fraction,
    doubleSignFraction: fraction,
  },
  optional: ['window', 'minSigned', 'jailSeconds', 'downtimeFraction', 'doubleSignFraction'],
  weight: () => 1,
  draw: () =>
    fc
      .record({
        message: fc.constant('slashing-params' as const),
        window: rarely(40, fc.constantFrom(0, 1, 3, 8, 10_000)),
        minSigned: rarely(30, fc.constantFrom('0', '0.3', '0.5', '1', '1.1')),
        jailSeconds: rarely(30, fc.constantFrom(0, 1, 600)),
        downtimeFraction: rarely(30, fc.constantFrom('0', '0.01', '0.333333333333333333', '1.1')),
        doubleSignFraction: rarely(20, fc.constantFrom('0', '0.05', '2')),
      })
      .map(present),
  build(world, { window, minSigned, jailSeconds, downtimeFraction, doubleSignFraction }, authority) {
    const before = presentParams(world, slashingParams, ({ slashing }) => ({ ...slashing }));
    return {
      '@type': TYPE,
      authority,
      params: {
        ...before,
        ...(window !== undefined && { signed_blocks_window: BigInt(window) }),
        ...(minSigned !== undefined && { min_signed_per_window: decimal(minSigned) }),
        ...(jailSeconds !== undefined && { downtime_jail_duration: BigInt(jailSeconds) * SECOND }),
        ...(downtimeFraction !== undefined && { slash_fraction_downtime: decimal(downtimeFraction) }),
        ...(doubleSignFraction !== undefined && { slash_fraction_double_sign: decimal(doubleSignFraction) }),
      },
    };
  },
};
