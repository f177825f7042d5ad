import type { Deviation } from '../deviation.ts';
import { consumerPhases, slashAcks, valsetUpdateId } from '../tables/provider.ts';
import { changesOf } from '../event.ts';
import { onProvider } from '../witness.ts';

/** Slash acknowledgements ride on the next packet that carries an update (ICS-028 ME [CCV-PCF-EBLOCK-VSU]). */
export const slashAckWaitsForUpdate: Deviation = {
  name: 'slash-ack-waits-for-update',
  describes:
    'A slash acknowledgement should go to the consumer when the epoch ends; the releases keep it until the validators of the consumer change, so that who was reported may never be reported again.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-VSU.1]',
  source: 'observed: an epoch ends and acknowledgements of a launched consumer stay',
  appliesTo: 'all releases',
  trace: 'slash-ack-waits-for-update',
  watch: () => ({
    sees: onProvider((event) => {
      // The id rises at the end of an epoch.
      if (changesOf(event, valsetUpdateId).length === 0) return false;
      for (const [consumerId, { addresses }] of event.view.rows(slashAcks)) {
        const isLaunched = event.view.row(consumerPhases, consumerId) === 'CONSUMER_PHASE_LAUNCHED';
        if (isLaunched && addresses.length > 0) return true;
      }
      return false;
    }),
  }),
};
