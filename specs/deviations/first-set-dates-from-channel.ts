import type { Deviation } from '../deviation.ts';
import { slashesReceived } from '../history/slash-packets.ts';
import { onProvider } from '../witness.ts';

/** The provider height that VSC 0 stands for (ICS-028 ME [CCV-PCF-RCVSLASH]). */
export const firstSetDatesFromChannel: Deviation = {
  name: 'first-set-dates-from-channel',
  describes:
    'Stake should be slashable for infractions of the initial set from the launch of the consumer on. In the releases VSC 0 stands for the height at which the channel was opened, so stake that began to unbond before that height is not slashed.',
  breaks: 'ICS-028 SM §System Properties (Slashable Consumer Misbehavior)',
  source: 'observed: a slash packet for the initial set is handled with the height at which the channel was opened',
  appliesTo: 'all releases',
  trace: 'reported-before-first-update',
  watch: () => ({
    sees: onProvider((event) =>
      slashesReceived(event).some(({ result, request }) => result === 'handled' && request.valsetUpdateId === 0n),
    ),
  }),
};
