import { historicalRewards } from '../../../specs/tables/distribution.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A period of rewards is forgotten when nothing begins at its end any more (SDK, `decrementReferenceCount`). */
export const oldPeriodStays: Fault = {
  name: 'old-period-stays',
  describes: 'A period of rewards that nobody refers to is kept.',
  shownBy: 'changes-in-a-block',
  bend: keepRow(historicalRewards),
};
