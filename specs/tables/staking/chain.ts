import type { BlockHeight } from '../../key.ts';
import { table } from '../../table.ts';
import type { Dec, Nanos } from '../../value.ts';
import type { HistoricalInfoRow } from '../historical-info.ts';

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

/** The parameters of the module. */
export const stakingParams = table<StakingParamsRow, []>({
  name: `${store}/params`,
  store,
  prefix: '51',
  key: [],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.Params' },
});

/** Historical info by height. */
export const historicalInfo = table<HistoricalInfoRow, [height: BlockHeight]>({
  name: `${store}/historical-info`,
  store,
  prefix: '50',
  key: [{ as: 'u64' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.HistoricalInfo' },
});
