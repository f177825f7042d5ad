import { signingInfos } from '../../../specs/tables/slashing.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A validator that signs twice is tombstoned (SDK, `Tombstone`). */
export const avoidsTombstone: Fault = {
  name: 'avoids-tombstone',
  describes: 'A validator that signs twice is jailed but not tombstoned.',
  shownBy: 'double-sign',
  mutation: mutateRow(signingInfos, (row) => ({ ...row, tombstoned: false })),
};
