import type { RowView } from '../rows.ts';
import type { Table } from '../table.ts';
import {
  allowlist,
  consumerKeys,
  denylist,
  minimumPowerInTopN,
  optedIn,
  powerShaping,
  prioritylist,
} from '../tables/provider.ts';
import type { Hex } from '../value.ts';
import type { BondedValidator } from './active-validators.ts';
import type { ConsumerId } from './consumer-ids.ts';

/** A validator that may validate a consumer, with the power of its stake. */
export interface EligibleValidator {
  readonly power: bigint;
  /** Whether it is on the priority list. */
  readonly isFirst: boolean;
}

/**
 * The validators that may validate a consumer (ADR-015, ADR-017), by their key on it: they opted in or are in the top N,
 * are active unless inactive ones are allowed, pass the lists, and have the minimum stake.
 */
export function eligibleValidators(
  view: RowView,
  consumer: ConsumerId,
  bonded: readonly BondedValidator[],
  active: ReadonlySet<Hex>,
): ReadonlyMap<Hex, EligibleValidator> {
  const shaping = view.row(powerShaping, consumer);
  const minimum = view.row(minimumPowerInTopN, consumer);
  const has = (table: Table, address: Hex) => view.row(table, `${consumer}/${address}`) !== undefined;

  const eligible = new Map<Hex, EligibleValidator>();
  for (const { address, tokens, power, pubKey } of bonded) {
    if (shaping?.allow_inactive_vals !== true && !active.has(address)) continue;
    const mustValidate = (shaping?.top_N ?? 0) > 0 && minimum !== undefined && power >= minimum;
    if (!mustValidate && !has(optedIn, address)) continue;
    if (hasAny(shaping?.allowlist) && !has(allowlist, address)) continue;
    if (hasAny(shaping?.denylist) && has(denylist, address)) continue;
    if (tokens < (shaping?.min_stake ?? 0n)) continue;
    const key = view.row(consumerKeys, consumerKeys.key(consumer, address))?.ed25519 ?? pubKey;
    eligible.set(key, { power, isFirst: has(prioritylist, address) });
  }
  return eligible;
}

function hasAny(list: readonly string[] | undefined): boolean {
  return (list?.length ?? 0) > 0;
}
