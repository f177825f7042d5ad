import { SINGLETON } from '../../specs/key.ts';
import type { ValidatorUpdate } from '../../specs/block.ts';
import {
  initGenesisHeight,
  initialValidatorSet,
  preCcv,
  previouslySovereign,
  type InitialSetRow,
} from '../../specs/tables/consumer.ts';
import { lastValidatorPowers, type ValidatorRow } from '../../specs/tables/staking/validator.ts';
import { updatesOf, type UpdateRow } from '../../specs/tables/validator-update.ts';
import type { Context } from '../context.ts';
import { startSigning } from '../sdk/slashing/signing-info.ts';
import { bondedValidatorsByPower } from '../sdk/staking/ranking.ts';
import { validatorAt } from '../sdk/staking/validators.ts';
import { applyValidatorUpdates } from './validators.ts';

/** Begins the changeover: stores the provider's initial set, which takes over at the end of the block. */
export function beginChangeover({ draft }: Context, initialSet: readonly UpdateRow[]): void {
  draft.set(preCcv, SINGLETON, 1n);
  draft.set(previouslySovereign, SINGLETON, '');
  draft.set(initialValidatorSet, SINGLETON, {
    ...NO_GENESIS,
    provider: { ...NO_GENESIS.provider, initial_val_set: initialSet },
  });
}

/**
 * Ends the changeover: the provider's initial set replaces the chain's own validators, which lose their power unless
 * they are in both sets (ADR-010). Returns the validator updates.
 */
export function endChangeover(context: Context): readonly ValidatorUpdate[] {
  const { draft } = context;
  const updates = updatesOf((draft.get(initialValidatorSet, SINGLETON) ?? NO_GENESIS).provider.initial_val_set);
  applyValidatorUpdates(context, updates, startSigning);
  const stay = new Set(updates.map(({ pubKey }) => pubKey));
  const leave = signersBefore(context)
    .map(({ consensus_pubkey }) => consensus_pubkey.key)
    .filter((key) => !stay.has(key));
  draft.delete(preCcv, SINGLETON);
  return [...updates, ...leave.map((pubKey) => ({ pubKey, power: 0n }))];
}

/** The validator set at the start of the block: first the bonded validators, then those that unbond in this block. */
function signersBefore(context: Context): readonly ValidatorRow[] {
  const known = context.draft.before(lastValidatorPowers);
  const bonded = bondedValidatorsByPower(context).filter(({ operator }) => known.has(operator));
  const isBonded = new Set(bonded.map(({ operator }) => operator));
  const left = [...known.keys()].filter((operator) => !isBonded.has(operator));
  return [...bonded.map(({ validator }) => validator), ...left.map((operator) => validatorAt(context, operator))];
}

/** Whether a consumer is a former standalone chain. */
export function isPreviouslySovereign({ draft }: Context): boolean {
  return draft.has(previouslySovereign, SINGLETON);
}

/** The first height that the provider's validators sign: validator updates take effect two blocks later. */
export function firstConsumerHeight({ draft }: Context): bigint {
  return (draft.get(initGenesisHeight, SINGLETON) ?? 0n) + 2n;
}

/** An empty genesis: the module stores the initial set in one. */
const NO_GENESIS: InitialSetRow = {
  params: {
    enabled: false,
    blocks_per_distribution_transmission: 0n,
    distribution_transmission_channel: '',
    provider_fee_pool_addr_str: '',
    ccv_timeout_period: 0n,
    transfer_timeout_period: 0n,
    consumer_redistribution_fraction: '',
    historical_entries: 0n,
    unbonding_period: 0n,
    soft_opt_out_threshold: '',
    reward_denoms: [],
    provider_reward_denoms: [],
    retry_delay_period: 0n,
    consumer_id: '',
  },
  provider_client_id: '',
  provider_channel_id: '',
  new_chain: false,
  height_to_valset_update_id: [],
  outstanding_downtime_slashing: [],
  pending_consumer_packets: { list: [] },
  last_transmission_block_height: { height: 0n },
  preCCV: false,
  provider: { client_state: null, consensus_state: null, initial_val_set: [] },
  connection_id: '',
};
