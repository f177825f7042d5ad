import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { outstandingDowntime, providerChannel } from '../tables/consumer.ts';
import { onConsumer } from '../witness.ts';

/** From when on a request to punish a downtime is outstanding (ICS-028 ME [CCV-CCF-SNDPESLASH.1]). */
export const downtimeNotedWhenQueued: Deviation = {
  name: 'downtime-noted-when-queued',
  describes:
    'The request to punish a downtime should be outstanding from when its packet is sent, so that of several the latest counts; with the releases it is from when the packet is queued, and there is never a second one.',
  breaks: 'ICS-028 ME [CCV-CCF-SNDSLASH.1], ME [CCV-CCF-SNDPESLASH.1]',
  source: 'observed: a validator is marked before the consumer knows its channel',
  appliesTo: 'all releases',
  trace: 'down-before-first-vsc',
  watch: () => ({
    sees: onConsumer(
      (event) =>
        changesOf(event, outstandingDowntime).some(({ row }) => row !== undefined) &&
        event.view.row(providerChannel, SINGLETON) === undefined,
    ),
  }),
};
