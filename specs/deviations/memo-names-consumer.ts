import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { transfersReceived } from '../history/transfers.ts';
import { readRewardMemo } from '../reward-memo.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { connections } from '../tables/ibc/connection.ts';
import { clientToConsumer, rewardsAllocations } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** Which consumer incoming rewards belong to (SM §System Properties, Consumer Rewards Distribution). */
export const memoNamesConsumer: Deviation = {
  name: 'memo-names-consumer',
  describes:
    'The rewards that a consumer sends should be paid to the validators of that consumer. The releases trust the consumer id in the memo of the transfer, so any account on any chain can pay the validators of any consumer.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution), as ADR-015 alters it',
  source: 'observed: rewards allocated to a consumer that arrived over the channel of another chain',
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
