import type { ChainName } from '../block.ts';
import type { HistoryEvent } from '../event.ts';
import type { ConsumerParamsRow } from '../tables/consumer.ts';

/** The id of a consumer, which is part of the keys of the provider's rows. */
export type ConsumerId = string;

/** The consumer id of each chain in a history. The genesis of a consumer contains it. */
export class ConsumerIds {
  readonly #ids = new Map<ChainName, ConsumerId>();

  /** Call it with every event. */
  observe(event: HistoryEvent): void {
    if (event.event !== 'start' || event.genesis.kind !== 'consumer') return;
    const { params } = event.genesis.ccv as unknown as { readonly params: Pick<ConsumerParamsRow, 'consumer_id'> };
    this.#ids.set(event.chain, params.consumer_id);
  }

  of(chain: ChainName): ConsumerId | undefined {
    return this.#ids.get(chain);
  }
}
