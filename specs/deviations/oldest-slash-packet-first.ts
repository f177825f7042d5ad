import type { Deviation } from '../deviation.ts';
import { SlashQueues } from '../history/slash-queue.ts';
import { onConsumer, type Watch } from '../witness.ts';

/** The order of slash packets that were queued before the channel was known (ICS-028 ME [CCV-CCF-SNDPESLASH.1]). */
export const oldestSlashPacketFirst: Deviation = {
  name: 'oldest-slash-packet-first',
  describes:
    'Queued slash packets should be sent in reverse order, the last one first. The releases send the oldest one first.',
  breaks: 'ICS-028 ME [CCV-CCF-SNDPESLASH.1]',
  source: 'observed: a slash packet is sent while one with a higher index is queued',
  appliesTo: 'all releases',
  trace: 'down-before-first-vsc',
  watch(): Watch {
    const queues = new SlashQueues();
    return {
      sees: onConsumer((event) => {
        const { sent, unsent } = queues.observe(event);
        return sent.some((first) => unsent.some((later) => later > first));
      }),
    };
  },
};
