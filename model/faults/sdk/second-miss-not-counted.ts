import { signingInfos } from '../../../specs/tables/slashing.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Every missed block of the window counts (SDK, slashing). */
export const secondMissNotCounted: Fault = {
  name: 'second-miss-not-counted',
  describes: 'A second missed block in the window does not count.',
  shownBy: 'downtime',
  bend: bendRow(signingInfos, (row, before) =>
    before?.missed_blocks_counter === 1n && row.missed_blocks_counter === 2n
      ? { ...row, missed_blocks_counter: 1n }
      : row,
  ),
};
