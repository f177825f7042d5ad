import { valsetUpdateBlockHeights } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** VSCtoH maps an id to the height after the last block with that id (ICS-028, ME [CCV-PCF-EBLOCK-CIS]). */
export const updateHeightOfFirstBlock: Fault = {
  name: 'update-height-of-first-block',
  describes: 'A valset update id maps to the first block of its epoch, not to the last.',
  shownBy: 'opening',
  mutation: mutateRow(valsetUpdateBlockHeights, (row, before) => before ?? row),
};
