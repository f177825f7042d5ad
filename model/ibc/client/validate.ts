import type { Features } from '../../../specs/feature.ts';
import type { TendermintClientState, TendermintConsensusState } from '../../../specs/tables/ibc/client.ts';
import { SECOND } from '../../../specs/value.ts';
import { ensure } from '../errors.ts';
import { revisionOf } from '../height.ts';

const MAX_CHAIN_ID = 50;
const HASH_SIZE = 32;

/** Checks the parameters of a new Tendermint client (ICS-07, `initialise`). */
export function validateClientState(state: TendermintClientState, features: Features): void {
  const { chain_id, trust_level, trusting_period, unbonding_period, max_clock_drift, latest_height } = state;
  ensure(chain_id.trim() !== '', 'invalidChainId', 'the chain id is empty');
  ensure(Buffer.byteLength(chain_id) <= MAX_CHAIN_ID, 'invalidChainId', 'the chain id is too long');
  const { numerator, denominator } = trust_level;
  const level = denominator !== 0n && numerator * 3n >= denominator && numerator <= denominator;
  const code = features.has('ibc-trust-level-code') ? 'invalidTrustLevel' : 'unregistered';
  ensure(level, code, 'the trust level is not between 1/3 and 1');
  ensure(trusting_period > 0n, 'invalidTrustingPeriod', 'the trusting period is not positive');
  ensure(unbonding_period > 0n, 'invalidUnbondingPeriod', 'the unbonding period is not positive');
  ensure(max_clock_drift > 0n, 'invalidMaxClockDrift', 'the clock drift is not positive');
  const revision = latest_height.revision_number === revisionOf(chain_id);
  ensure(revision, 'invalidHeaderHeight', `the revision of ${chain_id} is not ${latest_height.revision_number}`);
  ensure(latest_height.revision_height !== 0n, 'invalidHeaderHeight', 'the latest height is zero');
  ensure(trusting_period < unbonding_period, 'invalidTrustingPeriod', 'trust outlasts the unbonding period');
  ensure(state.proof_specs.length > 0, 'invalidProofSpecs', 'there are no proof specs');
}

/** Checks the first consensus state of a new Tendermint client (ICS-07). */
export function validateConsensusState({ root, next_validators_hash, timestamp }: TendermintConsensusState): void {
  ensure(root.hash !== '', 'invalidConsensusState', 'the root is empty');
  const size = next_validators_hash.length / 2;
  ensure(size === 0 || size === HASH_SIZE, 'unregistered', `a validators hash has no ${size} bytes`);
  ensure(timestamp >= SECOND, 'invalidConsensusState', 'the time is not after 1970');
}
