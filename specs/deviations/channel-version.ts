import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { onConsumer } from '../witness.ts';

const CCV_VERSION = 'ccv-1';

/** The version of CCV channels (ICS-028 DS §CCV State). */
export const channelVersion: Deviation = {
  name: 'channel-version',
  describes: 'A CCV channel should have the version "ccv-1". The releases use the version "1".',
  breaks: 'ICS-028 DS §CCV State (ccvVersion), ME [CCV-CCF-COINIT.1]',
  source: 'observed: the channel ends that both chains store',
  appliesTo: 'all releases',
  trace: 'opening',
  watch: () => ({
    sees: onConsumer((event) =>
      changesOf(event, channelEnds).some(
        ({ key, row }) => key.startsWith('consumer/') && row?.state === 'STATE_INIT' && row.version !== CCV_VERSION,
      ),
    ),
  }),
};
