import { slashingParams } from '../../../specs/tables/slashing.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** Each kind of infraction has its own slash fraction (SDK, `SlashFractionDoubleSign`). */
export const doubleSignLikeDowntime: Fault = {
  name: 'double-sign-like-downtime',
  describes: 'A double sign is slashed by the fraction for downtime.',
  shownBy: 'double-sign',
  mutation: mutateReading(slashingParams, (row) => ({
    ...row,
    slash_fraction_double_sign: row.slash_fraction_downtime,
  })),
};
