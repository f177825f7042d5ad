import { consumerPhases } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A failed launch makes a consumer registered again (ADR-019). */
export const failedLaunchStaysInitialized: Fault = {
  name: 'failed-launch-stays-initialized',
  describes: 'A consumer whose launch failed looks as if it were still to come.',
  shownBy: 'launch-without-validators',
  bend: bendRow(consumerPhases, (row, before) =>
    before === 'CONSUMER_PHASE_INITIALIZED' && row === 'CONSUMER_PHASE_REGISTERED' ? before : row,
  ),
};
