import type { Deviation } from '../deviation.ts';
import { resumed } from '../history/resumed.ts';
import { onConsumer } from '../witness.ts';

/** Whether a node can start from the exported genesis of a consumer (ICS-028 ME [CCV-CCF-INITG]). */
export const consumerExportWithoutKeys: Deviation = {
  name: 'consumer-export-without-keys',
  describes:
    'A consumer should export a genesis file that a node can start from. The releases leave out the public keys of the validators, so a node panics when it reads the file. Lockstep can still restart the consumer, because it takes the validators from the response of InitChain.',
  breaks: 'ICS-028 ME [CCV-CCF-INITG]',
  source: 'observed: the exported file; GetValidatorSet in app/consumer/export.go sets address and power alone',
  appliesTo: 'all releases',
  trace: 'consumer-exported',
  watch: () => ({ sees: onConsumer(resumed) }),
};
