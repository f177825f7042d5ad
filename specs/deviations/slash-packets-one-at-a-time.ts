import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { SlashQueues } from '../history/slash-queue.ts';
import { providerChannel } from '../tables/consumer.ts';
import { onConsumer, type Watch } from '../witness.ts';

/** How many slash packets are in flight at a time (ICS-028 ME [CCV-CCF-SNDSLASH.1], ADR-008). */
export const slashPacketsOneAtATime: Deviation = {
  name: 'slash-packets-one-at-a-time',
  describes:
    'A slash packet should be sent at once if the channel is known. The releases send one, and queue the others until it is acknowledged.',
  breaks: 'ICS-028 ME [CCV-CCF-SNDSLASH.1], ME [CCV-CCF-SNDPESLASH.1]',
  source: 'ADR-008',
  appliesTo: 'all releases',
  trace: 'down-before-first-vsc',
  watch(): Watch {
    const queues = new SlashQueues();
    return {
      sees: onConsumer((event) => {
        const { unsent } = queues.observe(event);
        return unsent.length > 0 && event.view.row(providerChannel, SINGLETON) !== undefined;
      }),
    };
  },
};
