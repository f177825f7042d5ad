import { removalTimes } from '../../../specs/tables/provider.ts';
import { SECOND } from '../../../specs/value.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A stopped consumer is deleted after the provider's unbonding period (ADR-018). */
export const stoppedConsumerDeletedLate: Fault = {
  name: 'stopped-consumer-deleted-late',
  describes: 'A stopped consumer is deleted one second late.',
  shownBy: 'consumer-deleted',
  mutation: mutateRow(removalTimes, (row) => row + SECOND),
};
