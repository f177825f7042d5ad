import { SINGLETON } from '../../specs/key.ts';
import type { Value } from '../../specs/value.ts';
import type { Table } from '../../specs/table.ts';
import {
  consumerChainIds,
  consumerClients,
  consumerPhases,
  nextConsumerId,
  powerShaping,
  type ConsumerPhase,
  type PowerShapingRow,
} from '../../specs/tables/provider.ts';
import type { Context } from '../context.ts';
import { ensure, refuse } from './errors.ts';

const LAUNCHED = 'CONSUMER_PHASE_LAUNCHED';
const PRELAUNCHED: ReadonlySet<ConsumerPhase> = new Set(['CONSUMER_PHASE_REGISTERED', 'CONSUMER_PHASE_INITIALIZED']);

/** The phase of a consumer (ADR-019); `CONSUMER_PHASE_UNSPECIFIED` if there is none with this id. */
export function phaseOf({ draft }: Context, consumerId: string): ConsumerPhase {
  return draft.get(consumerPhases, consumerId) ?? 'CONSUMER_PHASE_UNSPECIFIED';
}

/** Moves a consumer to another phase (ADR-019). */
export function setPhase({ draft }: Context, consumerId: string, phase: ConsumerPhase): void {
  draft.set(consumerPhases, consumerId, phase);
}

/** Whether a consumer is registered or initialized and not launched yet. */
export function isPrelaunched(context: Context, consumerId: string): boolean {
  return PRELAUNCHED.has(phaseOf(context, consumerId));
}

/** Whether the provider's validators validate a consumer now: it is launched (ICS-028, ADR-019). */
export function isLaunched(context: Context, consumerId: string): boolean {
  return phaseOf(context, consumerId) === LAUNCHED;
}

/** Whether a consumer is registered, initialized or launched. */
export function isActive(context: Context, consumerId: string): boolean {
  return isPrelaunched(context, consumerId) || isLaunched(context, consumerId);
}

/** All active consumers in the order of their numbers. */
export function activeConsumers(context: Context): string[] {
  const count = Number(context.draft.get(nextConsumerId, SINGLETON) ?? 0n);
  return Array.from({ length: count }, (_, id) => String(id)).filter((id) => isActive(context, id));
}

/** The consumers that have a client, in the order of the text of their ids: `10` comes before `2`. */
export function consumersWithClient({ draft }: Context): string[] {
  return [...draft.entries(consumerClients)].map(([id]) => id).toSorted();
}

/** The launched ones among the consumers that have a client, in the same order. */
export function launchedConsumers(context: Context): string[] {
  return consumersWithClient(context).filter((id) => isLaunched(context, id));
}

/** What messages of validators do last: they name the chain id in an event. One is only lost in an exported genesis. */
export function ensureChainId({ draft }: Context, consumerId: string): void {
  ensure(draft.has(consumerChainIds, consumerId), 'invalidState', `no chain id of ${consumerId}`);
}

/** The power shaping parameters of a consumer (ADR-015, ADR-017); refuses if there are none. */
export function powerShapingOf({ draft }: Context, consumerId: string): PowerShapingRow {
  return draft.get(powerShaping, consumerId) ?? refuse('invalidState', `no power shaping parameters of ${consumerId}`);
}

/** The rows of one consumer in a table by `{consumer id}/{rest}`, by the rest and in its order. */
export function rowsOfConsumer<Row extends Value>(
  { draft }: Context,
  table: Table<Row>,
  consumerId: string,
): [string, Row][] {
  const prefix = `${consumerId}/`;
  const rows: [string, Row][] = [];
  for (const [key, row] of draft.entries(table)) if (key.startsWith(prefix)) rows.push([key.slice(prefix.length), row]);
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Deletes all rows of one consumer in such a table. */
export function deleteRowsOf(context: Context, table: Table, consumerId: string): void {
  for (const [rest] of rowsOfConsumer(context, table, consumerId)) context.draft.delete(table, `${consumerId}/${rest}`);
}
