import { SINGLETON } from '../key.ts';
import type { HistoryEvent } from '../event.ts';
import { providerChannel } from '../tables/consumer.ts';
import { channelEnds } from '../tables/ibc/channel.ts';

/** The provider's end of the CCV channel that a consumer has established; consumers may number their own ends alike. */
export function providerEndOf({ view }: HistoryEvent): string | undefined {
  const channel = view.row(providerChannel, SINGLETON);
  if (channel === undefined) return undefined;
  return view.row(channelEnds, channelEnds.key('consumer', channel))?.counterparty.channel_id;
}
