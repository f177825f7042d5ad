import type { ChainName } from '../block.ts';
import { writeSlashRequest } from '../ccv-packet.ts';
import type { BlockEvent } from '../event.ts';
import { pendingPackets, type PendingPacketRow } from '../tables/consumer.ts';
import type { Hex } from '../value.ts';
import { ccvSent } from './packets.ts';

/** What a block did to the slash packet queue of a consumer; each entry is a queue index. */
export interface QueueState {
  /** The slash packets that this block sent. */
  readonly sent: readonly bigint[];
  /** The slash packets that have never been sent. */
  readonly unsent: readonly bigint[];
}

const NOTHING: QueueState = { sent: [], unsent: [] };

/** Follows the slash packets that consumers queue and send. */
export class SlashQueues {
  readonly #sent = new Map<ChainName, Set<Hex>>();

  /** Call it with every block of a consumer. */
  observe(event: BlockEvent): QueueState {
    const now = new Set(ccvSent(event).map(({ data }) => data));
    const before = this.#sent.get(event.chain) ?? new Set();
    if (now.size > 0) this.#sent.set(event.chain, before.union(now));
    else if (!event.changes.has(pendingPackets.name)) return NOTHING;
    const queue = [...event.view.rows(pendingPackets)].map(([index, row]) => ({
      index: BigInt(index),
      data: dataOf(row),
    }));
    return {
      sent: queue.filter(({ data }) => now.has(data)).map(({ index }) => index),
      unsent: queue.filter(({ data }) => !now.has(data) && !before.has(data)).map(({ index }) => index),
    };
  }
}

function dataOf({ slashPacketData: { validator, valset_update_id: id, infraction } }: PendingPacketRow): Hex {
  return writeSlashRequest({
    ...validator,
    valsetUpdateId: id,
    infraction: infraction === 'INFRACTION_DOWNTIME' ? 'downtime' : 'double-sign',
  });
}
