import { consumerHistoricalInfo } from '../../../specs/tables/consumer.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The historical info of a height holds the set of that height (SDK, historical info). */
export const historicalInfoStale: Fault = {
  name: 'historical-info-stale',
  describes: 'The historical info of a block shows the validators of the block before.',
  shownBy: 'delegation-reaches-consumer',
  bend: bendRow(consumerHistoricalInfo, (row, _before, height, draft) => {
    const last = draft.get(consumerHistoricalInfo, consumerHistoricalInfo.key(BigInt(height) - 1n));
    return last === undefined ? row : { ...row, valset: last.valset };
  }),
};
