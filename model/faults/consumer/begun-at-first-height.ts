import { initGenesisHeight } from '../../../specs/tables/consumer.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A chain that starts from an export starts at the height of the export (ICS-028 ME [CCV-CCF-INITG]). */
export const begunAtFirstHeight: Fault = {
  name: 'begun-at-first-height',
  describes: 'A consumer that starts from its own export stores 0 as its initial height.',
  shownBy: 'consumer-exported',
  mutation: mutateRow(initGenesisHeight, () => 0n),
};
