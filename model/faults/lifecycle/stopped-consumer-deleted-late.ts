import { removalTimes } from '../../../specs/tables/provider.ts';
import { SECOND } from '../../../specs/value.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A stopped consumer is deleted when the unbonding period of the provider is over (ADR-018). */
export const stoppedConsumerDeletedLate: Fault = {
  name: 'stopped-consumer-deleted-late',
  describes: 'A stopped consumer is deleted a second after the unbonding period.',
  shownBy: 'consumer-deleted',
  bend: bendRow(removalTimes, (row) => row + SECOND),
};
