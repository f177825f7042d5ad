import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerPhases, consumerToChannel, pendingVscs } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** What happens to VSC packets when the client has expired (ICS-028 ME [CCV-PCF-EBLOCK-VSU.1]). */
export const packetsWaitForClient: Deviation = {
  name: 'packets-wait-for-client',
  describes:
    'A VSC packet should be sent in the block that creates it if the channel is open. The releases queue it while the client of the consumer is expired.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-VSU.1]',
  source: 'observed: packets stay queued for a launched consumer with an open channel',
  appliesTo: 'all releases',
  trace: 'client-expires',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, pendingVscs).some(
        ({ key, row }) =>
          row !== undefined &&
          event.view.row(consumerToChannel, key) !== undefined &&
          event.view.row(consumerPhases, key) === 'CONSUMER_PHASE_LAUNCHED',
      ),
    ),
  }),
};
