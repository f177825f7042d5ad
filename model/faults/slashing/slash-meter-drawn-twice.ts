import { slashMeter } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** Jailing decreases the slash meter once (ADR-002). */
export const slashMeterDrawnTwice: Fault = {
  name: 'slash-meter-drawn-twice',
  describes: "Each jailing decreases the slash meter by twice the validator's power.",
  shownBy: 'slash-meter-shared',
  mutation: mutateRow(slashMeter, (row, before) => (before !== undefined && row < before ? row - (before - row) : row)),
};
