import { readValidatorSetChange } from '../ccv-packet.ts';
import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { ccvReceived } from '../history/packets.ts';
import { resumed } from '../history/resumed.ts';
import { crossChainValidators, outstandingDowntime } from '../tables/consumer.ts';
import { onConsumer } from '../witness.ts';

/** When a consumer can report the downtime of a validator again (ICS-028 ME [CCV-CCF-HAREVSC.1]). */
export const rejoiningClearsDowntime: Deviation = {
  name: 'rejoining-clears-downtime',
  describes:
    'The downtime of a validator should stay outstanding until the provider acknowledges it. In the releases it is also cleared when the validator leaves the set and joins it again.',
  breaks: 'ICS-028 ME [CCV-CCF-HAREVSC.1], ME [CCV-CCF-UPVALS.1]',
  source:
    'observed: the outstanding downtime flag of a joining validator is deleted in a block without slash acknowledgements',
  appliesTo: 'all releases',
  trace: 'rejoins-while-down',
  watch: () => ({
    sees: onConsumer(
      (event) =>
        !resumed(event) &&
        changesOf(event, outstandingDowntime).some(
          ({ key, row }) => row === undefined && event.view.row(crossChainValidators, key) !== undefined,
        ) &&
        ccvReceived(event).every(({ data }) => readValidatorSetChange(data)?.slashAcks.length === 0),
    ),
  }),
};
