import { slashEvents } from '../../../specs/tables/distribution.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The fraction that a slash takes is rounded up, so that nobody is paid for stake that has burnt (SDK, `Slash`). */
export const slashFractionRoundedDown: Fault = {
  name: 'slash-fraction-rounded-down',
  describes: 'The fraction that a validator lost is rounded down for its rewards.',
  shownBy: 'slashed-before-withdrawal',
  bend: bendRow(slashEvents, (row) => ({ ...row, fraction: row.fraction - 1n })),
};
