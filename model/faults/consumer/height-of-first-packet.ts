import { heightToValsetUpdateId } from '../../../specs/tables/consumer.ts';
import { bendRow, type Fault } from '../fault.ts';

/** HtoVSC holds the newest VSC of a block (ICS-028, ME [CCV-CCF-RCVVSC]). */
export const heightOfFirstPacket: Fault = {
  name: 'height-of-first-packet',
  describes: 'The first of two packets in a block is the one that a height is mapped to.',
  shownBy: 'packets-in-a-bunch',
  bend: bendRow(heightToValsetUpdateId, (row, before, height, draft) => {
    const last = draft.get(heightToValsetUpdateId, heightToValsetUpdateId.key(BigInt(height) - 1n));
    return before !== undefined && before !== last ? before : row;
  }),
};
