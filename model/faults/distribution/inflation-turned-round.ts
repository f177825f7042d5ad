import { minter } from '../../../specs/tables/mint.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Inflation rises while less is bonded than should be, and falls while more is (SDK, `NextInflationRate`). */
export const inflationTurnedRound: Fault = {
  name: 'inflation-turned-round',
  describes: 'Inflation falls where it should rise.',
  shownBy: 'minted',
  bend: bendRow(minter, (row, before) =>
    before === undefined ? row : { ...row, inflation: 2n * before.inflation - row.inflation },
  ),
};
