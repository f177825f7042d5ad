import { consumerExportForgets } from '../deviations/consumer-export-forgets.ts';
import { ccvSent } from '../history/packets.ts';
import { violation, type ExecutableProperty } from '../property.ts';
import { packetCommitments } from '../tables/ibc/packet.ts';

/** `WaitingForSlashPacketAckInv` of the Quint model. */
export const oneSlashPacketAtATime: ExecutableProperty = {
  name: 'one-slash-packet-at-a-time',
  statement: 'A consumer sends no packet while one of its slash packets waits for its acknowledgement.',
  kind: 'safety',
  group: 'slashing',
  source: 'ADR-008',
  touches: { consumer: ['sent-packets/consumer', 'ccvconsumer/slash-record', 'ccvconsumer/pending-packets'] },
  needs: ['ccv-slash-packet-retries'],
  status: 'executable',
  monitor: () => ({
    observe(event) {
      if (event.kind !== 'consumer' || ccvSent(event).length === 0) return undefined;
      // A packet has a commitment until it is acknowledged.
      const waiting: string[] = [];
      for (const [key] of event.view.rows(packetCommitments)) if (key.startsWith('consumer/')) waiting.push(key);
      if (waiting.length < 2) return undefined;
      const because = `it sent a packet; however ${waiting.length} of its packets wait for their acknowledgement`;
      return violation(event, because, consumerExportForgets.name);
    },
  }),
};
