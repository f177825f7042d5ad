import type { ValidatorUpdate } from '../../../specs/block.ts';
import { lastProviderConsensusValidators, type ConsensusValidatorRow } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { activeValidators } from '../shape/active.ts';
import { diffSets } from './diff.ts';

/**
 * Stores the new active validators of the provider, the most powerful of the bonded ones (ADR-017, inactive validators),
 * and returns the validator updates.
 */
export function renewEngineSet(context: Context): ValidatorUpdate[] {
  const { draft } = context;
  const current = [...draft.entries(lastProviderConsensusValidators)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const next: ConsensusValidatorRow[] = activeValidators(context).map(({ consensusAddress, lastPower, row }) => ({
    provider_cons_addr: consensusAddress,
    power: lastPower,
    public_key: { ed25519: row.consensus_pubkey.key },
    join_height: 0n,
  }));
  const updates = diffSets(
    current.map(([, validator]) => validator),
    next,
  );
  if (updates.length === 0) return updates;
  const stays = new Set(next.map(({ provider_cons_addr: address }) => address));
  for (const [address] of current) if (!stays.has(address)) draft.delete(lastProviderConsensusValidators, address);
  for (const validator of next) draft.set(lastProviderConsensusValidators, validator.provider_cons_addr, validator);
  return updates;
}
