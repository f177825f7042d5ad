import { heightToValsetUpdateId } from '../../../specs/tables/consumer.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** HtoVSC maps a height to the newest VSC of the block (ICS-028, ME [CCV-CCF-RCVVSC]). */
export const heightOfFirstPacket: Fault = {
  name: 'height-of-first-packet',
  describes: "If a block has two VSC packets, the consumer maps the height to the first one's valset update id.",
  shownBy: 'packets-in-a-bunch',
  mutation: mutateRow(heightToValsetUpdateId, (row, before, height, draft) => {
    const last = draft.get(heightToValsetUpdateId, heightToValsetUpdateId.key(BigInt(height) - 1n));
    return before !== undefined && before !== last ? before : row;
  }),
};
