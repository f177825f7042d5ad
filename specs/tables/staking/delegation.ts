import type { AccountAddress, DestinationOperator, Operator, SourceOperator } from '../../key.ts';
import { table } from '../../table.ts';
import type { Dec, Hex, Nanos } from '../../value.ts';

const store = 'staking';
const address = { as: 'lp8' } as const;
const EMPTY = { as: 'hex' } as const;

/** `cosmos.staking.v1beta1.Delegation`. */
export type DelegationRow = {
  readonly delegator_address: string;
  readonly validator_address: string;
  readonly shares: Dec;
};

/** `cosmos.staking.v1beta1.UnbondingDelegationEntry`. */
export type UnbondingEntry = {
  readonly creation_height: bigint;
  readonly completion_time: Nanos;
  readonly initial_balance: bigint;
  readonly balance: bigint;
  readonly unbonding_id: bigint;
  readonly unbonding_on_hold_ref_count: bigint;
};

/** `cosmos.staking.v1beta1.UnbondingDelegation`. */
export type UnbondingDelegationRow = {
  readonly delegator_address: string;
  readonly validator_address: string;
  readonly entries: readonly UnbondingEntry[];
};

/** `cosmos.staking.v1beta1.RedelegationEntry`. */
export type RedelegationEntry = {
  readonly creation_height: bigint;
  readonly completion_time: Nanos;
  readonly initial_balance: bigint;
  readonly shares_dst: Dec;
  readonly unbonding_id: bigint;
  readonly unbonding_on_hold_ref_count: bigint;
};

/** `cosmos.staking.v1beta1.Redelegation`. */
export type RedelegationRow = {
  readonly delegator_address: string;
  readonly validator_src_address: string;
  readonly validator_dst_address: string;
  readonly entries: readonly RedelegationEntry[];
};

/** By `{delegator}/{operator}`. */
export const delegations = table<DelegationRow, [delegator: AccountAddress, operator: Operator]>({
  name: `${store}/delegations`,
  store,
  prefix: '31',
  key: [address, address],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.Delegation' },
});

/** By `{operator}/{delegator}`. */
export const delegationsByValidator = table<Hex, [operator: Operator, delegator: AccountAddress]>({
  name: `${store}/delegations-by-validator`,
  store,
  prefix: '71',
  key: [address, { as: 'rest' }],
  value: EMPTY,
});

/** By `{delegator}/{operator}`. */
export const unbondingDelegations = table<UnbondingDelegationRow, [delegator: AccountAddress, operator: Operator]>({
  name: `${store}/unbonding-delegations`,
  store,
  prefix: '32',
  key: [address, address],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.UnbondingDelegation' },
});

/** By `{operator}/{delegator}`. */
export const unbondingDelegationsByValidator = table<Hex, [operator: Operator, delegator: AccountAddress]>({
  name: `${store}/unbonding-delegations-by-validator`,
  store,
  prefix: '33',
  key: [address, address],
  value: EMPTY,
});

/** By `{delegator}/{source}/{destination}`. */
export const redelegations = table<
  RedelegationRow,
  [delegator: AccountAddress, source: SourceOperator, destination: DestinationOperator]
>({
  name: `${store}/redelegations`,
  store,
  prefix: '34',
  key: [address, address, address],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.Redelegation' },
});

/** By `{source}/{delegator}/{destination}`. */
export const redelegationsBySource = table<
  Hex,
  [source: SourceOperator, delegator: AccountAddress, destination: DestinationOperator]
>({
  name: `${store}/redelegations-by-source`,
  store,
  prefix: '35',
  key: [address, address, address],
  value: EMPTY,
});

/** By `{destination}/{delegator}/{source}`. */
export const redelegationsByDestination = table<
  Hex,
  [destination: DestinationOperator, delegator: AccountAddress, source: SourceOperator]
>({
  name: `${store}/redelegations-by-destination`,
  store,
  prefix: '36',
  key: [address, address, address],
  value: EMPTY,
});
