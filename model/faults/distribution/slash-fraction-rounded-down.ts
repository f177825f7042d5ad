import { slashEvents } from '../../../specs/tables/distribution.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The fraction of a slash event is rounded up, so that no burnt stake earns rewards (SDK, `Slash`). */
export const slashFractionRoundedDown: Fault = {
  name: 'slash-fraction-rounded-down',
  describes: "The fraction of a validator's slash event is rounded down.",
  shownBy: 'slashed-before-withdrawal',
  mutation: mutateRow(slashEvents, (row) => ({ ...row, fraction: row.fraction - 1n })),
};
