import { signingInfos } from '../../../specs/tables/slashing.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A validator that is bonded again gets a new start height (SDK, slashing). */
export const returningValidatorKeepsStartHeight: Fault = {
  name: 'returning-validator-keeps-start-height',
  describes: 'A validator that is bonded again keeps its first start height.',
  shownBy: 'validator-returns',
  mutation: mutateRow(signingInfos, (row, before) => ({
    ...row,
    start_height: before?.start_height ?? row.start_height,
  })),
};
