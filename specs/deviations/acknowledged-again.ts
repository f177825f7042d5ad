import type { Deviation } from '../deviation.ts';
import { relayed, withoutCommitment } from './relayed.ts';

/** Acknowledging a packet that has no commitment (ICS-04 acknowledgePacket). */
export const acknowledgedAgain: Deviation = {
  name: 'acknowledged-again',
  describes:
    'A transaction that acknowledges a packet without a commitment should fail. In the releases it succeeds, does nothing, and its proof is not verified.',
  breaks: 'ICS-04 acknowledgePacket (the packet must have a commitment)',
  source: 'observed: the transaction succeeds and deletes no commitment',
  appliesTo: 'all releases',
  trace: 'delivered-twice',
  watch: () => ({
    sees: (event) => withoutCommitment(event, relayed(event, '/ibc.core.channel.v1.MsgAcknowledgement')),
  }),
};
