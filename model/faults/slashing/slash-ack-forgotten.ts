import { slashAcks } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The next VSC packet contains the slash acknowledgements (ICS-028, ME [CCV-PCF-RCVSLASH]). */
export const slashAckForgotten: Fault = {
  name: 'slash-ack-forgotten',
  describes: 'VSC packets do not contain slash acknowledgements.',
  shownBy: 'reported-in-jail',
  mutation: mutateRow(slashAcks, (_row, before) => before ?? { addresses: [] }),
};
