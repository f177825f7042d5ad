import { valsetUpdateBlockHeights } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** VSCtoH holds the height after the last block with the id (ICS-028, ME [CCV-PCF-EBLOCK-CIS]). */
export const updateHeightOfFirstBlock: Fault = {
  name: 'update-height-of-first-block',
  describes: 'The first block of an epoch stays the height of its valset update, not the last.',
  shownBy: 'opening',
  bend: bendRow(valsetUpdateBlockHeights, (row, before) => before ?? row),
};
