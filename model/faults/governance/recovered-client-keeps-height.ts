import { clientStates } from '../../../specs/tables/ibc/client.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A recovered client has the latest height of its substitute (ICS-02). */
export const recoveredClientKeepsHeight: Fault = {
  name: 'recovered-client-keeps-height',
  describes: 'A recovered client keeps its latest height.',
  shownBy: 'client-recovered',
  mutation: mutateRow(clientStates, (row, before, key, draft) => {
    if (before === undefined || !('chain_id' in before) || !('chain_id' in row)) return row;
    const substitute = [...draft.entries(clientStates)].some(
      ([other, { latest_height: height }]) =>
        other !== key && !other.startsWith('09') && height.revision_height === row.latest_height.revision_height,
    );
    return substitute ? { ...row, latest_height: before.latest_height } : row;
  }),
};
