import type {
  InfractionParametersRow,
  InitializationParametersRow,
  PowerShapingRow,
} from '../../../specs/tables/provider.ts';
import { NO_TIME, SECOND } from '../../../specs/value.ts';
import type { Infractions, Initialization } from './types.ts';

const HOUR = 3_600n * SECOND;
const DAY = 24n * HOUR;

/** The initialization parameters of a consumer that is created without any. */
export const DEFAULT_INITIALIZATION: InitializationParametersRow = {
  initial_height: { revision_number: 1n, revision_height: 1n },
  genesis_hash: '',
  binary_hash: '',
  spawn_time: NO_TIME,
  unbonding_period: 20n * DAY,
  ccv_timeout_period: 28n * DAY,
  transfer_timeout_period: HOUR,
  consumer_redistribution_fraction: '0.75',
  blocks_per_distribution_transmission: 1_000n,
  historical_entries: 10_000n,
  distribution_transmission_channel: '',
  connection_id: '',
};

/** The power shaping parameters of a consumer that is created without any: everybody may opt in. */
export const NO_SHAPING: PowerShapingRow = {
  top_N: 0,
  validators_power_cap: 0,
  validator_set_cap: 0,
  allowlist: [],
  denylist: [],
  min_stake: 0n,
  allow_inactive_vals: false,
  prioritylist: [],
};

/** Initialization parameters as they are stored. */
export function initializationRow(initialization: Initialization): InitializationParametersRow {
  return { ...initialization, spawn_time: initialization.spawn_time ?? NO_TIME };
}

/** Infraction parameters where a message leaves out what shall stay as it is. */
export function mergeInfractions(given: Infractions | null, present: InfractionParametersRow): InfractionParametersRow {
  return { double_sign: given?.double_sign ?? present.double_sign, downtime: given?.downtime ?? present.downtime };
}
