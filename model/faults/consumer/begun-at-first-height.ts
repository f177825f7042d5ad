import { initGenesisHeight } from '../../../specs/tables/consumer.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A program that starts from an export begins at its height (ICS-028 ME [CCV-CCF-INITG]). */
export const begunAtFirstHeight: Fault = {
  name: 'begun-at-first-height',
  describes:
    'A consumer that starts from its own export takes the first height of all for the one that it begins with.',
  shownBy: 'consumer-exported',
  bend: bendRow(initGenesisHeight, () => 0n),
};
