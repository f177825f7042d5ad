import { SINGLETON } from '../key.ts';
import type { HistoryEvent } from '../event.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';

/** The provider's end of the established CCV channel of a consumer. Ids of the other ends can be equal. */
export function providerEndOf({ view }: HistoryEvent): string | undefined {
  const channel = view.row(providerChannel, SINGLETON);
  if (channel === undefined) return undefined;
  return view.row(channelEnds, channelEnds.key('consumer', channel))?.counterparty.channel_id;
}
