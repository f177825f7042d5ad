import type { Deviation } from '../deviation.ts';
import { slashesReceived } from '../history/slash-packets.ts';
import { onProvider } from '../witness.ts';

/** VSC 0 stands for the height at which the channel was opened (ICS-028 ME [CCV-PCF-RCVSLASH]). */
export const firstSetDatesFromChannel: Deviation = {
  name: 'first-set-dates-from-channel',
  describes:
    'The stake behind the first set of a consumer should answer for what that set does from its launch on; with the releases only the stake that is there when the channel is opened does.',
  breaks: 'ICS-028 SM §System Properties (Slashable Consumer Misbehavior)',
  source: 'observed: a slash packet for the first set is handled with the height at which the channel was opened',
  appliesTo: 'all releases',
  trace: 'reported-before-first-update',
  watch: () => ({
    sees: onProvider((event) =>
      slashesReceived(event).some(({ result, request }) => result === 'handled' && request.valsetUpdateId === 0n),
    ),
  }),
};
