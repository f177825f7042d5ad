import type { Deviation } from '../deviation.ts';
import { resumed } from '../history/resumed.ts';
import { onConsumer } from '../witness.ts';

/** What the genesis file of a consumer that was exported is worth to a node (ICS-028 ME [CCV-CCF-INITG]). */
export const consumerExportWithoutKeys: Deviation = {
  name: 'consumer-export-without-keys',
  describes:
    'The genesis file that a consumer exports should be one that it can start from; the releases leave the public keys of the validators out of it, and a node that is given the file panics as it reads them. Lockstep, as the consensus engine, takes the validators from the answer of the program.',
  breaks: 'ICS-028 ME [CCV-CCF-INITG]',
  source: 'observed: the exported file; GetValidatorSet in app/consumer/export.go sets address and power alone',
  appliesTo: 'all releases',
  trace: 'consumer-exported',
  watch: () => ({ sees: onConsumer(resumed) }),
};
