import { table } from '../../specs/table.ts';
const none = { store: '', prefix: '', key: [], value: { as: 'text' } } as const;
export type ValidatorRow = {
  readonly operator_address: string;
  readonly tokens: bigint;
  readonly jailed: boolean;
  readonly delegator_shares: bigint;
};
export const validators = table<ValidatorRow>({ name: 'staking/validators', ...none });
export type DelegationRow = {
  readonly delegator_address: string;
  readonly validator_address: string;
  readonly shares: bigint;
};
export const delegations = table<DelegationRow>({ name: 'staking/delegations', ...none });
export type UnbondingRow = {
  readonly delegator_address: string;
  readonly validator_address: string;
  readonly entries: readonly { readonly balance: bigint; readonly creation_height: bigint }[];
};
export const unbondingDelegations = table<UnbondingRow>({ name: 'staking/unbonding-delegations', ...none });
export const accounts = table({ name: 'acc/accounts', ...none });
export const phases = table<string>({ name: 'provider/phase', ...none });
export const ownerAddresses = table<string>({ name: 'provider/owner', ...none });
export const optedIn = table({ name: 'provider/opted-in', ...none });
