import { slashingParams } from '../../../specs/tables/slashing.ts';
import { bendReading, type Fault } from '../fault.ts';

/** Each infraction has a fraction of its own (SDK, `SlashFractionDoubleSign`). */
export const doubleSignLikeDowntime: Fault = {
  name: 'double-sign-like-downtime',
  describes: 'A double sign costs no more than downtime.',
  shownBy: 'double-sign',
  bend: bendReading(slashingParams, (row) => ({ ...row, slash_fraction_double_sign: row.slash_fraction_downtime })),
};
