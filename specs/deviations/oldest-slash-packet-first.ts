import type { Deviation } from '../deviation.ts';
import { SlashQueues } from '../history/slash-queue.ts';
import { onConsumer, type Watch } from '../witness.ts';

/** In which order slash packets are sent that waited for the channel (ICS-028 ME [CCV-CCF-SNDPESLASH.1]). */
export const oldestSlashPacketFirst: Deviation = {
  name: 'oldest-slash-packet-first',
  describes:
    'The slash packet that was queued last should be sent first; the releases begin with the one that was queued first.',
  breaks: 'ICS-028 ME [CCV-CCF-SNDPESLASH.1]',
  source: 'observed: a slash packet is sent while one with a higher number waits',
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
