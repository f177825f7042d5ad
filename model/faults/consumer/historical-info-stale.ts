import { consumerHistoricalInfo } from '../../../specs/tables/consumer.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The historical info of a height holds the validator set of that height (SDK, historical info). */
export const historicalInfoStale: Fault = {
  name: 'historical-info-stale',
  describes: 'The historical info of a block holds the validators of the previous block.',
  shownBy: 'delegation-reaches-consumer',
  mutation: mutateRow(consumerHistoricalInfo, (row, _before, height, draft) => {
    const last = draft.get(consumerHistoricalInfo, consumerHistoricalInfo.key(BigInt(height) - 1n));
    return last === undefined ? row : { ...row, valset: last.valset };
  }),
};
