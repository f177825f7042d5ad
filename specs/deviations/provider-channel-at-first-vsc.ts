import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { onConsumer } from '../witness.ts';

/** When a consumer considers its CCV channel established (ICS-028 ME [CCV-CCF-COACK.1]). */
export const providerChannelAtFirstVsc: Deviation = {
  name: 'provider-channel-at-first-vsc',
  describes:
    'A consumer should consider its CCV channel established when its side of the handshake ends. The releases wait for the first VSC packet.',
  breaks: 'ICS-028 ME [CCV-CCF-COACK.1]',
  source: 'observed: the consumer opens its end and stores no provider channel',
  appliesTo: 'all releases',
  trace: 'opening',
  watch: () => ({
    sees: onConsumer(
      (event) =>
        changesOf(event, channelEnds).some(
          ({ key, row }) => key.startsWith('consumer/') && row?.state === 'STATE_OPEN',
        ) && event.view.row(providerChannel, SINGLETON) === undefined,
    ),
  }),
};
