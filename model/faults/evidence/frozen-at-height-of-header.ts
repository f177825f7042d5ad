import { clientStates } from '../../../specs/tables/ibc/client.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Every frozen client has the same constant frozen height (ICS-07, `FrozenHeight`). */
export const frozenAtHeightOfHeader: Fault = {
  name: 'frozen-at-height-of-header',
  describes: 'A client stores its latest height as its frozen height.',
  shownBy: 'light-client-attacks',
  mutation: mutateRow(clientStates, (row) =>
    'frozen_height' in row && row.frozen_height.revision_height !== 0n
      ? { ...row, frozen_height: row.latest_height }
      : row,
  ),
};
