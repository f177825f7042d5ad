import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerPhases, consumerToChannel, pendingVscs } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** What becomes of packets to a consumer whose client has expired (ICS-028 ME [CCV-PCF-EBLOCK-VSU.1]). */
export const packetsWaitForClient: Deviation = {
  name: 'packets-wait-for-client',
  describes:
    "A VSC packet should be sent in the block that makes it once the channel is open; the releases keep it while the consumer's client has expired.",
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-VSU.1]',
  source: 'observed: packets stay on the list of a launched consumer whose channel is open',
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
