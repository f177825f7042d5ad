import { consensusStates, processedTimes } from '../../../specs/tables/ibc/client.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The delay of a connection counts from the time of the block that brought the header (ICS-07). */
export const processedTimeOfHeader: Fault = {
  name: 'processed-time-of-header',
  describes: 'A client notes the time of the header as the time at which it learned of it.',
  shownBy: 'opening',
  bend: bendRow(processedTimes, (row, _before, key, draft) => {
    const state = draft.get(consensusStates, consensusStates.key(...processedTimes.parts(key)));
    return state?.timestamp ?? row;
  }),
};
