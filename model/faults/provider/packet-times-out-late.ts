import { providerParams } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A packet times out after the provider's CCV timeout period (ICS-028, CCV timeouts). */
export const packetTimesOutLate: Fault = {
  name: 'packet-times-out-late',
  describes: 'VSC packets time out one nanosecond late.',
  shownBy: 'delegation-reaches-consumer',
  mutation: mutateReading(providerParams, (row) => ({ ...row, ccv_timeout_period: row.ccv_timeout_period + 1n })),
};
