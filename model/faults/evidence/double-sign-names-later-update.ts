import { pendingPackets } from '../../../specs/tables/consumer.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A slash packet names the VSC of the height of the infraction (ICS-028 ME [CCV-CCF-SNDSLASH.1]). */
export const doubleSignNamesLaterUpdate: Fault = {
  name: 'double-sign-names-later-update',
  describes: 'A consumer that reports a double sign names the VSC after that of its height.',
  shownBy: 'double-sign-on-consumer',
  bend: bendRow(pendingPackets, (row) =>
    row.slashPacketData.infraction === 'INFRACTION_DOUBLE_SIGN'
      ? {
          ...row,
          slashPacketData: { ...row.slashPacketData, valset_update_id: row.slashPacketData.valset_update_id + 1n },
        }
      : row,
  ),
};
