import { consumerExportForgets } from '../deviations/consumer-export-forgets.ts';
import { ccvSent } from '../history/packets.ts';
import { violation, type ExecutableProperty } from '../property.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';

/** `WaitingForSlashPacketAckInv` of the Quint model. */
export const oneSlashPacketAtATime: ExecutableProperty = {
  name: 'one-slash-packet-at-a-time',
  statement: 'A consumer sends no packet while a slash packet of its own waits for the answer.',
  kind: 'safety',
  group: 'slashing',
  source: 'ADR-008',
  touches: { consumer: ['sent-packets/consumer', 'ccvconsumer/slash-record', 'ccvconsumer/pending-packets'] },
  needs: ['ccv-slash-packet-retries'],
  status: 'executable',
  monitor: () => ({
    observe(event) {
      if (event.kind !== 'consumer' || ccvSent(event).length === 0) return undefined;
      // What is sent stays committed until it is answered.
      const waiting: string[] = [];
      for (const [key] of event.view.rows(packetCommitments)) if (key.startsWith('consumer/')) waiting.push(key);
      if (waiting.length < 2) return undefined;
      const because = `it sent a packet; however ${waiting.length} of its packets wait for their answer`;
      return violation(event, because, consumerExportForgets.name);
    },
  }),
};
