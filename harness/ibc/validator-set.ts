import type { ConsensusValidator } from '../../specs/block.ts';
import type { Value } from '../../specs/value.ts';

/** `tendermint.types.ValidatorSet`; the proposer only has to be a member. */
export function validatorSetValue(set: readonly ConsensusValidator[]): Value {
  const validators = set.map(({ address, pubKey, power }) => ({
    address,
    pub_key: { ed25519: pubKey },
    voting_power: power,
  }));
  return { validators, proposer: validators[0] ?? null };
}
