import type { Deviation } from '../deviation.ts';
import { resumed } from '../history/resumed.ts';
import { onConsumer } from '../witness.ts';

/** What becomes of a consumer that is started from its own state (ICS-028 ME [CCV-CCF-INITG]). */
export const consumerExportForgets: Deviation = {
  name: 'consumer-export-forgets',
  describes:
    'A consumer that starts from the genesis which it has exported should go on as if nothing had happened; the releases forget that the head of the queue of slash packets waits for its answer, and send it again, when rewards were sent last while there is no channel, which requests for downtime are outstanding, and the historical info, and let every validator begin to sign anew.',
  breaks: 'ICS-028 ME [CCV-CCF-INITG]',
  source:
    'observed: the rows after such a start; x/ccv/consumer/keeper/genesis.go exports no slash record, and lets the whole set join once more',
  appliesTo: 'all releases',
  trace: 'consumer-exported',
  watch: () => ({ sees: onConsumer(resumed) }),
};
