import type { BlockEvent } from '../event.ts';
import { consumerToChannel } from '../tables/provider.ts';

/** Whether the provider has an open CCV channel to any consumer. */
export function hasOpenChannel({ view }: BlockEvent): boolean {
  for (const _ of view.rows(consumerToChannel)) return true;
  return false;
}
