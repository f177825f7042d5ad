import type { Deviation } from '../deviation.ts';
import { resumed } from '../history/resumed.ts';
import { onConsumer } from '../witness.ts';

/** What a consumer loses when it restarts from its exported genesis (ICS-028 ME [CCV-CCF-INITG]). */
export const consumerExportForgets: Deviation = {
  name: 'consumer-export-forgets',
  describes:
    'A consumer that restarts from its exported genesis should continue unchanged. The releases do not export the slash record, the last transmission height (while there is no channel), the outstanding downtime flags and the historical info. So the consumer sends the slash packet at the head of its queue again, and every validator starts with new signing info.',
  breaks: 'ICS-028 ME [CCV-CCF-INITG]',
  source:
    'observed: the rows after a restart; x/ccv/consumer/keeper/genesis.go exports no slash record, and its InitGenesis lets the whole set join again',
  appliesTo: 'all releases',
  trace: 'consumer-exported',
  watch: () => ({ sees: onConsumer(resumed) }),
};
