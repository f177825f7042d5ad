import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { transfersReceived } from '../history/transfers.ts';
import { readRewardMemo } from '../reward-memo.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { connections } from '../tables/ibc/connection.ts';
import { clientToConsumer, rewardsAllocations } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Whose rewards have arrived (SM §System Properties, Consumer Rewards Distribution). */
export const memoNamesConsumer: Deviation = {
  name: 'memo-names-consumer',
  describes:
    'The rewards that a consumer sends should be paid to those who validate it; the releases take the memo of a transfer at its word, so that anybody on any chain can pay those who validate another consumer.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution), as ADR-015 alters it',
  source: 'observed: rewards written down for a consumer whose channel they did not take',
  appliesTo: 'all releases',
  trace: 'rewards-of-two',
  watch: () => ({
    sees: onProvider((event) => {
      const allocated = new Set(changesOf(event, rewardsAllocations).map(({ key }) => consumerOf(key)));
      if (allocated.size === 0) return false;
      return transfersReceived(event).some(({ packet, data, success }) => {
        const named = readRewardMemo(data.memo)?.consumerId;
        const channel = event.view.row(channelEnds, channelEnds.key('transfer', packet.destination_channel));
        const client = event.view.row(connections, channel?.connection_hops[0] ?? '')?.client_id ?? '';
        const behind = event.view.row(clientToConsumer, client);
        return success && named !== undefined && named !== behind && allocated.has(named);
      });
    }),
  }),
};
