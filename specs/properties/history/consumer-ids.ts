import type { ChainName } from '../../block.ts';
import type { PropertyEvent } from '../../property.ts';
import { consumerParams } from '../../tables/consumer.ts';

/** The id that the provider gave to a consumer, by which the provider's rows name it. */
export type ConsumerId = string;

/** Which consumer id each chain of a history has. A consumer knows its own id from its genesis. */
export class ConsumerIds {
  readonly #ids = new Map<ChainName, ConsumerId>();

  /** To be told of every event. */
  observe(event: PropertyEvent): void {
    if (event.event !== 'start' || event.kind !== 'consumer') return;
    const id = event.view.row(consumerParams, '')?.consumer_id;
    if (id !== undefined) this.#ids.set(event.chain, id);
  }

  of(chain: ChainName): ConsumerId | undefined {
    return this.#ids.get(chain);
  }
}
