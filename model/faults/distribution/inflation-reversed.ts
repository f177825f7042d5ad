import { minter } from '../../../specs/tables/mint.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Inflation rises while the bonded ratio is below its goal, and falls while it is above (SDK, `NextInflationRate`). */
export const inflationReversed: Fault = {
  name: 'inflation-reversed',
  describes: 'Inflation falls where it should rise, and rises where it should fall.',
  shownBy: 'minted',
  mutation: mutateRow(minter, (row, before) =>
    before === undefined ? row : { ...row, inflation: 2n * before.inflation - row.inflation },
  ),
};
