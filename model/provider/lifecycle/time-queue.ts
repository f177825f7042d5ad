import { ascending } from '../../../specs/order.ts';
import type { Table } from '../../../specs/table.ts';
import type { ConsumerIdsRow } from '../../../specs/tables/provider.ts';
import type { Nanos } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';

/** The largest number of consumers that a block takes from a queue. */
const LIMIT = 200;

/** Puts a consumer behind the others of the same time. */
export function enqueue({ draft }: Context, queue: Table<ConsumerIdsRow>, time: Nanos, consumerId: string): void {
  const key = time.toString();
  draft.set(queue, key, { ids: [...(draft.get(queue, key)?.ids ?? []), consumerId] });
}

/** Takes a consumer out of a queue; `false` if it is not there. */
export function dequeue({ draft }: Context, queue: Table<ConsumerIdsRow>, time: Nanos, consumerId: string): boolean {
  const key = time.toString();
  const ids = draft.get(queue, key)?.ids ?? [];
  const at = ids.indexOf(consumerId);
  if (at < 0) return false;
  if (ids.length === 1) draft.delete(queue, key);
  else draft.set(queue, key, { ids: ids.toSpliced(at, 1) });
  return true;
}

/** Takes the consumers that are due in this block out of a queue, the earliest first and no more than a block may. */
export function takeDue({ draft, block }: Context, queue: Table<ConsumerIdsRow>): readonly string[] {
  const due: string[] = [];
  const times = [...draft.entries(queue)].map(([key]) => BigInt(key)).filter((time) => time <= block.time);
  for (const time of times.toSorted(ascending)) {
    const room = LIMIT - due.length;
    if (room === 0) break;
    const ids = draft.get(queue, time.toString())?.ids ?? [];
    due.push(...ids.slice(0, room));
    if (ids.length > room) draft.set(queue, time.toString(), { ids: ids.slice(room) });
    else draft.delete(queue, time.toString());
  }
  return due;
}
