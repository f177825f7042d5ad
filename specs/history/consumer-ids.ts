import type { ChainName } from '../block.ts';
import type { HistoryEvent } from '../event.ts';
import type { ConsumerParamsRow } from '../tables/consumer.ts';

/** The id that the provider gave to a consumer, by which the provider's rows name it. */
export type ConsumerId = string;

/** Which consumer id each chain of a history has. A consumer knows its own id from its genesis. */
export class ConsumerIds {
  readonly #ids = new Map<ChainName, ConsumerId>();

  /** To be told of every event. */
  observe(event: HistoryEvent): void {
    if (event.event !== 'start' || event.genesis.kind !== 'consumer') return;
    const { params } = event.genesis.ccv as unknown as { readonly params: Pick<ConsumerParamsRow, 'consumer_id'> };
    this.#ids.set(event.chain, params.consumer_id);
  }

  of(chain: ChainName): ConsumerId | undefined {
    return this.#ids.get(chain);
  }
}
