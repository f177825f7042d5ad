import { providerParams } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** A packet times out after the CCV timeout period of the provider (ICS-028, CCV timeouts). */
export const packetTimesOutLate: Fault = {
  name: 'packet-times-out-late',
  describes: 'VSC packets time out a nanosecond late.',
  shownBy: 'delegation-reaches-consumer',
  bend: bendReading(providerParams, (row) => ({ ...row, ccv_timeout_period: row.ccv_timeout_period + 1n })),
};
