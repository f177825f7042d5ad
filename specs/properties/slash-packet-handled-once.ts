import type { ChainName, Packet } from '../block.ts';
import { consumerExportForgets } from '../deviations/consumer-export-forgets.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { ConsumerIds } from '../history/consumer-ids.ts';
import { isAnswerForged } from '../history/forged-packets.ts';
import { ccvSent } from '../history/packets.ts';
import { slashesReceived, type SlashResult } from '../history/slash-packets.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { pendingPackets } from '../tables/consumer.ts';

/** What ADR-008 guarantees for bounced packets. */
export const slashPacketHandledOnce: ExecutableProperty = {
  name: 'slash-packet-handled-once',
  statement:
    'The provider handles a slash packet at most once, however often it bounces it, and the consumer deletes it only ' +
    'after the provider has accepted it.',
  kind: 'safety',
  group: 'slashing',
  source: 'ADR-008',
  touches: {
    provider: ['written-acks/provider', 'provider/slash-acks'],
    consumer: ['ccvconsumer/pending-packets', 'ccvconsumer/slash-record', 'sent-packets/consumer'],
  },
  needs: ['ccv-slash-packet-retries'],
  status: 'executable',
  monitor,
};

/** The slash packets of one consumer. */
interface Queue {
  /** The queue index of the slash packet that each sequence carried. */
  readonly sent: Map<bigint, bigint>;
  /** The queue indexes that the provider has accepted. */
  readonly taken: Set<bigint>;
  /** The packet that the consumer sent last. */
  last?: Packet;
}

/** No queue index has this value. */
const NONE = -1n;

function monitor(): PropertyMonitor {
  const ids = new ConsumerIds();
  const queues = new Map<string, Queue>();
  const queueOf = (consumer: string | undefined): Queue => {
    const queue = queues.get(consumer ?? '') ?? { sent: new Map<bigint, bigint>(), taken: new Set<bigint>() };
    queues.set(consumer ?? '', queue);
    return queue;
  };

  function onProvider(event: BlockEvent): Violation | undefined {
    for (const { consumerId, packet, result, forged } of slashesReceived(event)) {
      if (forged || !isTaken(result)) continue;
      const { sent, taken } = queueOf(consumerId);
      const index = sent.get(packet.sequence) ?? NONE;
      if (taken.has(index)) {
        const because = `it handled the slash packet ${index} of consumer ${consumerId} twice`;
        return violation(event, because, consumerExportForgets.name);
      }
      taken.add(index);
    }
    return undefined;
  }

  function onConsumer(event: BlockEvent, chain: ChainName): Violation | undefined {
    const queue = queueOf(ids.of(chain));
    // Validators that sign forged headers can also prove that the provider has accepted a packet.
    const isToldSo = queue.last !== undefined && isAnswerForged(event, queue.last);
    for (const { key, row } of changesOf(event, pendingPackets)) {
      if (row === undefined && !isToldSo && !queue.taken.has(BigInt(key))) {
        const because = `it deleted the slash packet ${key}; however the provider has not accepted it`;
        return violation(event, because, consumerExportForgets.name);
      }
    }
    const head = headOf(event);
    for (const packet of ccvSent(event)) {
      queue.sent.set(packet.sequence, head);
      queue.last = packet;
    }
    return undefined;
  }

  return {
    observe(event) {
      ids.observe(event);
      if (event.event === 'start') return undefined;
      return event.kind === 'provider' ? onProvider(event) : onConsumer(event, event.chain);
    },
  };
}

/** The packet that is sent stays at the head of the queue until it is acknowledged. */
function headOf({ view }: BlockEvent): bigint {
  let head = NONE;
  for (const [key] of view.rows(pendingPackets)) if (head === NONE || BigInt(key) < head) head = BigInt(key);
  return head;
}

function isTaken(result: SlashResult): boolean {
  return result === 'handled' || result === 'noted';
}
