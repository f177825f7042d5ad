import { supply } from '../../../specs/tables/bank.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A slash burns tokens, which lowers the supply (SDK, bank). */
export const supplyNeverFalls: Fault = {
  name: 'supply-never-falls',
  describes: 'Burnt tokens stay in the supply.',
  shownBy: 'downtime',
  mutation: mutateRow(supply, (row, before) => (before !== undefined && before > row ? before : row)),
};
