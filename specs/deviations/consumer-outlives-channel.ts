import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { onConsumer } from '../witness.ts';

/** Whether a consumer stops when its CCV channel closes (ICS-028 ME [CCV-CCF-BBLOCK-CCR.1]). */
export const consumerOutlivesChannel: Deviation = {
  name: 'consumer-outlives-channel',
  describes:
    'A consumer should shut down when its CCV channel is closed. In the releases it continues with its current validator set.',
  breaks: 'ICS-028 ME [CCV-CCF-BBLOCK-CCR.1]',
  source: 'observed: a consumer makes a block after its channel was closed',
  appliesTo: 'all releases',
  trace: 'channel-closes',
  watch: () => ({
    sees: onConsumer(({ view, changes }) => {
      if (changes.has(channelEnds.name)) return false;
      const channel = view.row(providerChannel, SINGLETON);
      return (
        channel !== undefined && view.row(channelEnds, channelEnds.key('consumer', channel))?.state === 'STATE_CLOSED'
      );
    }),
  }),
};
