import { slashMeter } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** Jailing draws on the meter once (ADR-002). */
export const slashMeterDrawnTwice: Fault = {
  name: 'slash-meter-drawn-twice',
  describes: 'The slash meter loses the power of a validator that is jailed twice.',
  shownBy: 'slash-meter-shared',
  bend: bendRow(slashMeter, (row, before) => (before !== undefined && row < before ? row - (before - row) : row)),
};
