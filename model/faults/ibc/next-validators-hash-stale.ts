import { consensusStates } from '../../../specs/tables/ibc/client.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Each header contains the hash of the validators that sign the next one (ICS-07). */
export const nextValidatorsHashStale: Fault = {
  name: 'next-validators-hash-stale',
  describes: 'A client keeps the next validators hash of its first consensus state.',
  shownBy: 'delegation-reaches-consumer',
  mutation: mutateRow(consensusStates, (row, _before, key, draft) => {
    const client = key.slice(0, key.indexOf('/') + 1);
    for (const [other, { next_validators_hash }] of draft.entries(consensusStates)) {
      if (other.startsWith(client)) return { ...row, next_validators_hash };
    }
    return row;
  }),
};
