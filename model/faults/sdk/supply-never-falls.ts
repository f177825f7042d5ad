import { supply } from '../../../specs/tables/bank.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Slashed tokens are burnt, which lowers the supply (SDK, bank). */
export const supplyNeverFalls: Fault = {
  name: 'supply-never-falls',
  describes: 'Burnt tokens stay in the supply.',
  shownBy: 'downtime',
  bend: bendRow(supply, (row, before) => (before !== undefined && before > row ? before : row)),
};
