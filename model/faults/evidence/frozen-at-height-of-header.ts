import { clientStates } from '../../../specs/tables/ibc/client.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A frozen client remembers no more than that it is frozen (ICS-07, `FrozenHeight`). */
export const frozenAtHeightOfHeader: Fault = {
  name: 'frozen-at-height-of-header',
  describes: 'A client that freezes remembers the newest height that it knows.',
  shownBy: 'light-client-attacks',
  bend: bendRow(clientStates, (row) =>
    'frozen_height' in row && row.frozen_height.revision_height !== 0n
      ? { ...row, frozen_height: row.latest_height }
      : row,
  ),
};
