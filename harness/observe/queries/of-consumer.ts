import type { RowView } from '../../../specs/rows.ts';
import { consumerPhases } from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import { bech32 } from '../../../model/bech32.ts';

/** The query service of the CCV provider module. */
export const PROVIDER_SERVICE = 'interchain_security.ccv.provider.v1.Query';

const ACTIVE: ReadonlySet<string> = new Set([
  'CONSUMER_PHASE_REGISTERED',
  'CONSUMER_PHASE_INITIALIZED',
  'CONSUMER_PHASE_LAUNCHED',
]);

/** Whether a consumer is registered, initialized or launched (ADR-019). */
export function isActive(rows: RowView, consumerId: string): boolean {
  return ACTIVE.has(rows.row(consumerPhases, consumerId) ?? '');
}

/** A consensus address as the provider writes it, that of a key on a consumer too. */
export function valconsText(address: Hex): string {
  return bech32('cosmosvalcons', address);
}

/** The rows of a consumer, by address, in the order of the store. */
export function below<Row>(
  rows: Iterable<readonly [string, Row]>,
  consumerId: string,
): (readonly [address: Hex, row: Row])[] {
  const prefix = `${consumerId}/`;
  return [...rows]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, row]) => [key.slice(prefix.length), row] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
