import { signingInfos } from '../../../specs/tables/slashing.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Who signs twice never comes back (SDK, `Tombstone`). */
export const barredForATime: Fault = {
  name: 'barred-for-a-time',
  describes: 'A validator that signed twice is jailed and not barred.',
  shownBy: 'double-sign',
  bend: bendRow(signingInfos, (row) => ({ ...row, tombstoned: false })),
};
