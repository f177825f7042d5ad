import { slashMeterReplenishTime } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The meter is replenished once a period (ADR-002). */
export const replenishmentASecondLate: Fault = {
  name: 'replenishment-a-second-late',
  describes: 'The slash meter is replenished a second later than it should be.',
  shownBy: 'opening',
  bend: bendRow(slashMeterReplenishTime, (row) => row + 1_000_000_000n),
};
