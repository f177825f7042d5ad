import { prioritylist } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Another list replaces the one before (ADR-015). */
export const priorityListStays: Fault = {
  name: 'priority-list-stays',
  describes: 'Who was once on the priority list of a consumer stays on it.',
  shownBy: 'hundred-validators',
  bend: keepRow(prioritylist),
};
