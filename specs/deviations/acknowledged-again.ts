import type { Deviation } from '../deviation.ts';
import { relayed, withoutCommitment } from './relayed.ts';

/** An acknowledgement of a packet that is not waited for (ICS-04 acknowledgePacket). */
export const acknowledgedAgain: Deviation = {
  name: 'acknowledged-again',
  describes:
    'A transaction that acknowledges a packet without a commitment should be aborted; the releases let it succeed and do nothing, without a look at its proof.',
  breaks: 'ICS-04 acknowledgePacket (the commitment must be there)',
  source: 'observed: the transaction succeeds and deletes no commitment',
  appliesTo: 'all releases',
  trace: 'delivered-twice',
  watch: () => ({
    sees: (event) => withoutCommitment(event, relayed(event, '/ibc.core.channel.v1.MsgAcknowledgement')),
  }),
};
