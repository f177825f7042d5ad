import { historicalRewards } from '../../../specs/tables/distribution.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A reward period is deleted when nothing refers to it (SDK, `decrementReferenceCount`). */
export const oldPeriodStays: Fault = {
  name: 'old-period-stays',
  describes: 'A reward period without references is not deleted.',
  shownBy: 'changes-in-a-block',
  mutation: keepRow(historicalRewards),
};
