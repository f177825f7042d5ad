import { pendingVscs } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A validator that leaves is an update with power 0 (ICS-028, Validator Update to VSC Validity). */
export const removalMissingFromPacket: Fault = {
  name: 'removal-missing-from-packet',
  describes: 'A VSC packet says nothing of a validator that leaves.',
  shownBy: 'opt-out-and-in',
  bend: bendRow(pendingVscs, ({ list }) => ({
    list: list.map((packet) => ({
      ...packet,
      validator_updates: packet.validator_updates.filter(({ power }) => power > 0n),
    })),
  })),
};
