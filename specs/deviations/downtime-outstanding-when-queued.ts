import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { outstandingDowntime, providerChannel } from '../tables/consumer.ts';
import { onConsumer } from '../witness.ts';

/** When the downtime of a validator becomes outstanding (ICS-028 ME [CCV-CCF-SNDPESLASH.1]). */
export const downtimeOutstandingWhenQueued: Deviation = {
  name: 'downtime-outstanding-when-queued',
  describes:
    'The downtime of a validator should become outstanding when its slash packet is sent, so that the latest of several queued packets counts. In the releases it becomes outstanding when the packet is queued, so a second packet is never queued.',
  breaks: 'ICS-028 ME [CCV-CCF-SNDSLASH.1], ME [CCV-CCF-SNDPESLASH.1]',
  source: 'observed: a consumer sets the outstanding downtime flag before it knows its channel',
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
