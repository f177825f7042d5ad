import { packetCommitments } from '../../../specs/tables/ibc/packet.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A commitment is the hash of the timeout and the data of its own packet (ICS-04). */
export const commitmentOfLastPacket: Fault = {
  name: 'commitment-of-last-packet',
  describes: 'A packet is committed with the hash of the one before if that is still on its way.',
  shownBy: 'packets-in-a-bunch',
  bend: bendRow(packetCommitments, (row, _before, key, draft) => {
    const [port, channel, sequence] = packetCommitments.parts(key);
    return draft.get(packetCommitments, packetCommitments.key(port, channel, sequence - 1n)) ?? row;
  }),
};
