import { withheldExclusion } from '../exclusion.ts';

/** MsgUpdateConsumer. */
export const consumerRenamed = withheldExclusion({
  name: 'consumer-renamed',
  notDrawn: 'a MsgUpdateConsumer with a new chain id and without initialization parameters',
  deviation: 'live-blockchain',
});
