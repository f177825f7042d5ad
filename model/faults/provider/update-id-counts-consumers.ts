import { pendingVscs, valsetUpdateId } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The id increases by one per epoch, however many consumers there are (ICS-028, ME [CCV-PCF-EBLOCK-VSU]). */
export const updateIdCountsConsumers: Fault = {
  name: 'update-id-counts-consumers',
  describes: 'The valset update id increases by two when more than one consumer gets a packet.',
  shownBy: 'two-consumers',
  mutation: mutateRow(valsetUpdateId, (row, before, _key, draft) =>
    before !== undefined && draft.size(pendingVscs) > 1 ? row + 1n : row,
  ),
};
