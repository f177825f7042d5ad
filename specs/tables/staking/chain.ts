import { table } from '../../table.ts';
import type { Dec, Nanos } from '../../value.ts';
import type { HistoricalHeader } from '../consumer.ts';
import type { ValidatorRow } from './validator.ts';

const store = 'staking';

/** `cosmos.staking.v1beta1.Params`. */
export type StakingParamsRow = {
  readonly unbonding_time: Nanos;
  readonly max_validators: number;
  readonly max_entries: number;
  readonly historical_entries: number;
  readonly bond_denom: string;
  readonly min_commission_rate: Dec;
};

/** `cosmos.staking.v1beta1.HistoricalInfo`, the validators in the order of CometBFT. */
export type StakingHistoricalInfoRow = {
  readonly header: HistoricalHeader;
  readonly valset: readonly ValidatorRow[];
};

export const stakingParams = table<StakingParamsRow>({
  name: `${store}/params`,
  store,
  prefix: '51',
  key: [],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.Params' },
});

/** By height: what the chain knows of its own past block. */
export const historicalInfo = table<StakingHistoricalInfoRow>({
  name: `${store}/historical-info`,
  store,
  prefix: '50',
  key: [{ as: 'u64' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.HistoricalInfo' },
});
