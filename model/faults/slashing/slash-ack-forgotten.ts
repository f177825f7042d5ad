import { slashAcks } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A slash acknowledgement goes with the next VSC packet (ICS-028, ME [CCV-PCF-RCVSLASH]). */
export const slashAckForgotten: Fault = {
  name: 'slash-ack-forgotten',
  describes: 'A consumer is not told that a validator was punished.',
  shownBy: 'reported-in-jail',
  bend: bendRow(slashAcks, (_row, before) => before ?? { addresses: [] }),
};
