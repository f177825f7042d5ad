import { slashMeterReplenishTime } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The slash meter is replenished once per period (ADR-002). */
export const replenishmentASecondLate: Fault = {
  name: 'replenishment-a-second-late',
  describes: 'The slash meter is replenished one second late.',
  shownBy: 'opening',
  mutation: mutateRow(slashMeterReplenishTime, (row) => row + 1_000_000_000n),
};
