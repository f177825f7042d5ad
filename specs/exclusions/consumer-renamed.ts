import { withheldExclusion } from '../exclusion.ts';

/** MsgUpdateConsumer. */
export const consumerRenamed = withheldExclusion({
  name: 'consumer-renamed',
  notDrawn: 'a new chain id for a consumer without new initialization parameters',
  deviation: 'live-blockchain',
});
