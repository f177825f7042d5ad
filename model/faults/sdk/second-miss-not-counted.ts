import { signingInfos } from '../../../specs/tables/slashing.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The counter contains every missed block of the window (SDK, slashing). */
export const secondMissNotCounted: Fault = {
  name: 'second-miss-not-counted',
  describes: 'A second missed block in the signing window does not count.',
  shownBy: 'downtime',
  mutation: mutateRow(signingInfos, (row, before) =>
    before?.missed_blocks_counter === 1n && row.missed_blocks_counter === 2n
      ? { ...row, missed_blocks_counter: 1n }
      : row,
  ),
};
