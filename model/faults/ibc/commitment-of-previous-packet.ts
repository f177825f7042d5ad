import { packetCommitments } from '../../../specs/tables/ibc/packet.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A packet commitment is the hash of the timeout and the data of that packet (ICS-04). */
export const commitmentOfPreviousPacket: Fault = {
  name: 'commitment-of-previous-packet',
  describes: 'A packet has the commitment of the previous packet if that one is still in flight.',
  shownBy: 'packets-in-a-bunch',
  mutation: mutateRow(packetCommitments, (row, _before, key, draft) => {
    const [port, channel, sequence] = packetCommitments.parts(key);
    return draft.get(packetCommitments, packetCommitments.key(port, channel, sequence - 1n)) ?? row;
  }),
};
