import { consumerPhases } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A consumer returns to the registered phase if its launch fails (ADR-019). */
export const failedLaunchStaysInitialized: Fault = {
  name: 'failed-launch-stays-initialized',
  describes: 'A consumer stays in the initialized phase after its launch failed.',
  shownBy: 'launch-without-validators',
  mutation: mutateRow(consumerPhases, (row, before) =>
    before === 'CONSUMER_PHASE_INITIALIZED' && row === 'CONSUMER_PHASE_REGISTERED' ? before : row,
  ),
};
