import { pendingVscs } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The removal of a validator is an update with power 0 (ICS-028, Validator Update to VSC Validity). */
export const removalMissingFromPacket: Fault = {
  name: 'removal-missing-from-packet',
  describes: 'A VSC packet does not contain the removal of a validator.',
  shownBy: 'opt-out-and-in',
  mutation: mutateRow(pendingVscs, ({ list }) => ({
    list: list.map((packet) => ({
      ...packet,
      validator_updates: packet.validator_updates.filter(({ power }) => power > 0n),
    })),
  })),
};
