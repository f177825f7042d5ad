import { pendingVscs, valsetUpdateId } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The id rises by one an epoch, for all consumers alike (ICS-028, ME [CCV-PCF-EBLOCK-VSU]). */
export const updateIdCountsConsumers: Fault = {
  name: 'update-id-counts-consumers',
  describes: 'The valset update id rises by two when more than one consumer gets a packet.',
  shownBy: 'two-consumers',
  bend: bendRow(valsetUpdateId, (row, before, _key, draft) =>
    before !== undefined && draft.size(pendingVscs) > 1 ? row + 1n : row,
  ),
};
