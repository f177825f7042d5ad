import type { AccountAddress, BlockHeight, Operator, Period } from '../key.ts';
import { table } from '../table.ts';
import type { Dec, Hex } from '../value.ts';

/** The store of the distribution module: the rewards of validators and delegators, and the community pool. */
const store = 'distribution';
const operator = { as: 'lp8' } as const;
const delegator = operator;
const type = (message: string) => ({ as: 'proto', type: `cosmos.distribution.v1beta1.${message}` }) as const;

/** `cosmos.base.v1beta1.DecCoin`: an amount of a denomination with 18 decimals. */
export type DecCoin = { readonly denom: string; readonly amount: Dec };

/** `cosmos.distribution.v1beta1.Params`. */
export type DistributionParamsRow = {
  readonly community_tax: Dec;
  /** Deprecated, always zero. */
  readonly base_proposer_reward: Dec;
  /** Deprecated, always zero. */
  readonly bonus_proposer_reward: Dec;
  readonly withdraw_addr_enabled: boolean;
};

/** `cosmos.distribution.v1beta1.DelegatorStartingInfo`. */
export type StartingInfoRow = {
  /** The period that ended when the delegation began or last changed. */
  readonly previous_period: bigint;
  /** The value of the delegation at that time, in tokens. */
  readonly stake: Dec;
  readonly height: bigint;
};

/** `cosmos.distribution.v1beta1.ValidatorHistoricalRewards`. */
export type HistoricalRewardsRow = {
  /** What one token of stake has earned from the beginning to the end of the period. */
  readonly cumulative_reward_ratio: readonly DecCoin[];
  /** How many delegations, slashes and current periods refer to the period. */
  readonly reference_count: number;
};

/** `cosmos.distribution.v1beta1.ValidatorCurrentRewards`. */
export type CurrentRewardsRow = { readonly rewards: readonly DecCoin[]; readonly period: bigint };

/** `cosmos.distribution.v1beta1.ValidatorSlashEvent`. */
export type SlashEventRow = { readonly validator_period: bigint; readonly fraction: Dec };

/** The community pool. */
export const feePool = table<{ readonly community_pool: readonly DecCoin[] }, []>({
  name: `${store}/fee-pool`,
  store,
  prefix: '00',
  key: [],
  value: type('FeePool'),
});

/** The consensus address of the previous proposer. */
export const previousProposer = table<{ readonly value: Hex }, []>({
  name: `${store}/previous-proposer`,
  store,
  prefix: '01',
  key: [],
  value: { as: 'proto', type: 'google.protobuf.BytesValue' },
});

/** By operator: the outstanding rewards of the validator and its delegators, including commission. */
export const outstandingRewards = table<{ readonly rewards: readonly DecCoin[] }, [operator: Operator]>({
  name: `${store}/outstanding-rewards`,
  store,
  prefix: '02',
  key: [operator],
  value: type('ValidatorOutstandingRewards'),
});

/** By delegator: its withdraw address, if it differs. */
export const withdrawAddresses = table<Hex, [delegator: AccountAddress]>({
  name: `${store}/withdraw-addresses`,
  store,
  prefix: '03',
  key: [delegator],
  value: { as: 'hex' },
});

/** By `{operator}/{delegator}`: since when a delegation has earned rewards that were not withdrawn. */
export const startingInfos = table<StartingInfoRow, [operator: Operator, delegator: AccountAddress]>({
  name: `${store}/starting-infos`,
  store,
  prefix: '04',
  key: [operator, delegator],
  value: type('DelegatorStartingInfo'),
});

/** By `{operator}/{period}`; a period without references has no row. */
export const historicalRewards = table<HistoricalRewardsRow, [operator: Operator, period: Period]>({
  name: `${store}/historical-rewards`,
  store,
  prefix: '05',
  key: [operator, { as: 'u64le' }],
  value: type('ValidatorHistoricalRewards'),
});

/** By operator: what the delegators have earned in the current period. */
export const currentRewards = table<CurrentRewardsRow, [operator: Operator]>({
  name: `${store}/current-rewards`,
  store,
  prefix: '06',
  key: [operator],
  value: type('ValidatorCurrentRewards'),
});

/** By operator: the commission that the validator has not withdrawn. */
export const accumulatedCommissions = table<{ readonly commission: readonly DecCoin[] }, [operator: Operator]>({
  name: `${store}/accumulated-commissions`,
  store,
  prefix: '07',
  key: [operator],
  value: type('ValidatorAccumulatedCommission'),
});

/** By `{operator}/{height}/{period}`: the fraction that was slashed, and the period that the slash ended. */
export const slashEvents = table<SlashEventRow, [operator: Operator, height: BlockHeight, period: Period]>({
  name: `${store}/slash-events`,
  store,
  prefix: '08',
  key: [operator, { as: 'u64' }, { as: 'u64' }],
  value: type('ValidatorSlashEvent'),
});

/** The parameters of the module. */
export const distributionParams = table<DistributionParamsRow, []>({
  name: `${store}/params`,
  store,
  prefix: '09',
  key: [],
  value: type('Params'),
});
