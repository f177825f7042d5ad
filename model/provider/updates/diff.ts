import type { ValidatorUpdate } from '../../../specs/block.ts';
import type { ConsensusValidatorRow } from '../../../specs/tables/provider.ts';

/**
 * The updates between two validator sets (ICS-028, Validator Update to VSC Validity): first the changed and removed
 * validators in the old order, then the new ones in the new order. Validators are compared by their keys, so one that
 * changed its key is removed and added.
 */
export function diffSets(
  current: readonly ConsensusValidatorRow[],
  next: readonly ConsensusValidatorRow[],
): ValidatorUpdate[] {
  const nextByKey = new Map(next.map((validator) => [validator.public_key.ed25519, validator]));
  const known = new Set(current.map(({ public_key: key }) => key.ed25519));
  const updates: ValidatorUpdate[] = [];
  for (const { public_key: key, power } of current) {
    const then = nextByKey.get(key.ed25519)?.power ?? 0n;
    if (then !== power || !nextByKey.has(key.ed25519)) updates.push({ pubKey: key.ed25519, power: then });
  }
  for (const { public_key: key, power } of next) {
    if (!known.has(key.ed25519)) updates.push({ pubKey: key.ed25519, power });
  }
  return updates;
}
