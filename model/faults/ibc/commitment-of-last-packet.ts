import { packetCommitments } from '../../../specs/tables/ibc/packet.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A commitment is the hash of the timeout and the data of its own packet (ICS-04). */
export const commitmentOfLastPacket: Fault = {
  name: 'commitment-of-last-packet',
  describes: 'A packet is committed with the hash of the one before if that is still on its way.',
  shownBy: 'packets-in-a-bunch',
  bend: bendRow(packetCommitments, (row, _before, key, draft) => {
    const at = key.lastIndexOf('/') + 1;
    const last = `${key.slice(0, at)}${BigInt(key.slice(at)) - 1n}`;
    return draft.get(packetCommitments, last) ?? row;
  }),
};
