import type { Table } from '../../../specs/table.ts';
import {
  allowlist,
  denylist,
  minimumPowerInTopN,
  powerShaping,
  prioritylist,
  type PowerShapingRow,
} from '../../../specs/tables/provider.ts';
import { sameValue, type Hex } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { deleteRowsOf } from '../consumer.ts';
import { refuse } from '../errors.ts';
import { activeValidators } from './active.ts';
import { minimumPower } from './top-n.ts';

/** Stores power shaping parameters (ADR-015) and the lists in them validator by validator. */
export function setPowerShaping(context: Context, consumerId: string, shaping: PowerShapingRow): void {
  const before = context.draft.get(powerShaping, consumerId);
  context.draft.set(powerShaping, consumerId, shaping);
  const lists = [
    [allowlist, shaping.allowlist, before?.allowlist],
    [denylist, shaping.denylist, before?.denylist],
    [prioritylist, shaping.prioritylist, before?.prioritylist],
  ] as const;
  for (const [table, list, previous = []] of lists) {
    if (!sameValue(list, previous)) setList(context, table, consumerId, list);
  }
}

function setList(context: Context, table: Table<Hex>, consumerId: string, list: readonly string[]): void {
  deleteRowsOf(context, table, consumerId);
  for (const text of list) {
    const address = addressOf(`${context.bech32Prefix}valcons`, text);
    if (address !== undefined) context.draft.set(table, `${consumerId}/${address}`, '');
  }
}

/** When the top N of a consumer changes, its minimum power is computed at once, or deleted if it is opt-in now. */
export function updateMinimumPower(context: Context, consumerId: string, before: number, topN: number): void {
  if (topN === before) return;
  if (topN === 0) {
    context.draft.delete(minimumPowerInTopN, consumerId);
    return;
  }
  let least: bigint;
  try {
    least = minimumPower(activeValidators(context), topN);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse('noMinimumPower', error.message);
  }
  context.draft.set(minimumPowerInTopN, consumerId, least);
}
