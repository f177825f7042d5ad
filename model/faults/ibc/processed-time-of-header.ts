import { consensusStates, processedTimes } from '../../../specs/tables/ibc/client.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The processed time of a header is the time of the block that contains the update (ICS-07). */
export const processedTimeOfHeader: Fault = {
  name: 'processed-time-of-header',
  describes: 'A client stores the time of the header as its processed time.',
  shownBy: 'opening',
  mutation: mutateRow(processedTimes, (row, _before, key, draft) => {
    const state = draft.get(consensusStates, consensusStates.key(...processedTimes.parts(key)));
    return state?.timestamp ?? row;
  }),
};
