import { heightToValsetUpdateId } from '../../specs/tables/consumer.ts';
import type { Context } from '../context.ts';

/** HtoVSC (ICS-028 data structures): the id of the VSC that produced the set of height − 1; 0 for an unknown height. */
export function valsetUpdateIdAt({ draft }: Context, height: bigint): bigint {
  return draft.get(heightToValsetUpdateId, heightToValsetUpdateId.key(height)) ?? 0n;
}

/** Writes an entry of HtoVSC. */
export function mapHeight({ draft }: Context, height: bigint, valsetUpdateId: bigint): void {
  draft.set(heightToValsetUpdateId, heightToValsetUpdateId.key(height), valsetUpdateId);
}
