import { pendingPackets } from '../../../specs/tables/consumer.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A slash packet contains the valset update id of the infraction height (ICS-028 ME [CCV-CCF-SNDSLASH.1]). */
export const doubleSignNamesLaterUpdate: Fault = {
  name: 'double-sign-names-later-update',
  describes: 'A slash packet for a double sign contains a valset update id that is one too high.',
  shownBy: 'double-sign-on-consumer',
  mutation: mutateRow(pendingPackets, (row) =>
    row.slashPacketData.infraction === 'INFRACTION_DOUBLE_SIGN'
      ? {
          ...row,
          slashPacketData: { ...row.slashPacketData, valset_update_id: row.slashPacketData.valset_update_id + 1n },
        }
      : row,
  ),
};
