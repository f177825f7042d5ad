import { prioritylist } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A new list replaces the old one (ADR-015). */
export const priorityListStays: Fault = {
  name: 'priority-list-stays',
  describes: "A validator that was once on a consumer's priority list stays on it.",
  shownBy: 'hundred-validators',
  mutation: keepRow(prioritylist),
};
