import { SINGLETON } from '../../../specs/key.ts';
import { unbondingId, unbondingIndex, unbondingTypes } from '../../../specs/tables/staking/unbonding.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';

/** What an unbonding operation is. */
const TYPES = { delegation: 1n, redelegation: 2n, validator: 3n } as const;

/** Takes the next unbonding id. */
export function takeUnbondingId({ draft }: Context): bigint {
  const id = (draft.get(unbondingId, SINGLETON) ?? 0n) + 1n;
  draft.set(unbondingId, SINGLETON, id);
  return id;
}

/** Stores the place and the type of the operation with this id. The type is never deleted. */
export function indexUnbonding(
  { draft }: Context,
  id: bigint,
  type: keyof typeof TYPES,
  prefix: Hex,
  addresses: readonly Hex[],
): void {
  const key = addresses.map((address) => (address.length / 2).toString(16).padStart(2, '0') + address);
  draft.set(unbondingIndex, unbondingIndex.key(id), prefix + key.join(''));
  draft.set(unbondingTypes, unbondingTypes.key(id), TYPES[type]);
}

/** Deletes the place of an operation. */
export function unindexUnbonding({ draft }: Context, id: bigint): void {
  draft.delete(unbondingIndex, unbondingIndex.key(id));
}
