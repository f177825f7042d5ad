import { signingInfos } from '../../../specs/tables/slashing.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A validator that is bonded again begins anew (SDK, slashing). */
export const returningValidatorKeepsStart: Fault = {
  name: 'returning-validator-keeps-start',
  describes: 'A validator that comes back into the set keeps the height at which it first came.',
  shownBy: 'validator-returns',
  bend: bendRow(signingInfos, (row, before) => ({ ...row, start_height: before?.start_height ?? row.start_height })),
};
