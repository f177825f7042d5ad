import type { Features } from '../../../specs/feature.ts';
import type { Table } from '../../../specs/table.ts';
import { denoms, denomTraces } from '../../../specs/tables/transfer.ts';
import { hashOfDenom, readPath, VOUCHER, type TracedDenom } from '../../../specs/traced-denom.ts';
import type { Value } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';

/** Reads rows by table and key: a draft, or a state. */
export interface Reader {
  get<Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>): Row | undefined;
}

/** What a chain knows of a denomination by its name; `undefined` for a voucher that it never made. */
export function knownDenom(rows: Reader, features: Features, name: string): TracedDenom | undefined {
  if (!name.startsWith(VOUCHER)) return { base: name, trace: [] };
  const hash = name.slice(VOUCHER.length).toLowerCase();
  if (features.has('ibc-denom-hops')) return rows.get(denoms, hash);
  const row = rows.get(denomTraces, hash);
  return row === undefined ? undefined : readPath(`${row.path}/${row.base_denom}`);
}

/** The same for a message, which is refused when nobody knows the voucher. */
export function denomNamed({ draft, features }: Context, name: string): TracedDenom {
  const known = knownDenom(draft, features, name);
  ensure(known !== undefined, 'denomNotFound', `nobody knows the denomination ${name}`);
  return known;
}

/** Remembers what a voucher stands for. */
export function keepDenom({ draft, features }: Context, denom: TracedDenom): void {
  const hash = hashOfDenom(denom);
  if (features.has('ibc-denom-hops')) {
    if (!draft.has(denoms, hash)) draft.set(denoms, hash, { base: denom.base, trace: denom.trace });
  } else if (!draft.has(denomTraces, hash)) {
    const path = denom.trace.map(({ port_id, channel_id }) => `${port_id}/${channel_id}`).join('/');
    draft.set(denomTraces, hash, { path, base_denom: denom.base });
  }
}
