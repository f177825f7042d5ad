import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { onConsumer } from '../witness.ts';

/** What a consumer does without its channel (ICS-028 ME [CCV-CCF-BBLOCK-CCR.1]). */
export const closedChannelIsOutlived: Deviation = {
  name: 'closed-channel-is-outlived',
  describes:
    'A consumer should shut itself down once its CCV channel is closed; with the releases it goes on with the set that it has.',
  breaks: 'ICS-028 ME [CCV-CCF-BBLOCK-CCR.1]',
  source: 'observed: a consumer makes a block after the one in which its channel was closed',
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
