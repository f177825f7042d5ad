import type { Deviation } from '../deviation.ts';
import { consumerPhases, slashAcks, valsetUpdateId } from '../tables/provider.ts';
import { changesOf } from '../event.ts';
import { onProvider } from '../witness.ts';

/** Slash acknowledgements are sent only with the next validator updates (ICS-028 ME [CCV-PCF-EBLOCK-VSU]). */
export const slashAckWaitsForUpdate: Deviation = {
  name: 'slash-ack-waits-for-update',
  describes:
    'A slash acknowledgement should be sent at the end of the epoch. The releases keep it until the validator set of the consumer changes. Until then the consumer cannot report the validator again.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-VSU.1]',
  source: 'observed: slash acknowledgements of a launched consumer that remain after the end of an epoch',
  appliesTo: 'all releases',
  trace: 'slash-ack-waits-for-update',
  watch: () => ({
    sees: onProvider((event) => {
      // The valset update id is incremented at the end of an epoch.
      if (changesOf(event, valsetUpdateId).length === 0) return false;
      for (const [consumerId, { addresses }] of event.view.rows(slashAcks)) {
        const isLaunched = event.view.row(consumerPhases, consumerId) === 'CONSUMER_PHASE_LAUNCHED';
        if (isLaunched && addresses.length > 0) return true;
      }
      return false;
    }),
  }),
};
