import type { ConsensusAddress, Operator } from '../../key.ts';
import { table } from '../../table.ts';
import type { Dec, Hex, Nanos } from '../../value.ts';
import type { AnyEd25519 } from '../consensus-key.ts';
import type { UpdateRow } from '../validator-update.ts';

const store = 'staking';

/** `cosmos.staking.v1beta1.BondStatus`. */
export type BondStatus = 'BOND_STATUS_UNBONDED' | 'BOND_STATUS_UNBONDING' | 'BOND_STATUS_BONDED';

/** `cosmos.staking.v1beta1.Description`. */
export type Description = {
  readonly moniker: string;
  readonly identity: string;
  readonly website: string;
  readonly security_contact: string;
  readonly details: string;
};

/** `cosmos.staking.v1beta1.CommissionRates`. */
export type CommissionRates = { readonly rate: Dec; readonly max_rate: Dec; readonly max_change_rate: Dec };

/** `cosmos.staking.v1beta1.Validator`. */
export type ValidatorRow = {
  readonly operator_address: string;
  readonly consensus_pubkey: AnyEd25519;
  readonly jailed: boolean;
  readonly status: BondStatus;
  readonly tokens: bigint;
  readonly delegator_shares: Dec;
  readonly description: Description;
  readonly unbonding_height: bigint;
  readonly unbonding_time: Nanos;
  readonly commission: { readonly commission_rates: CommissionRates; readonly update_time: Nanos };
  readonly min_self_delegation: bigint;
  readonly unbonding_on_hold_ref_count: bigint;
  readonly unbonding_ids: readonly bigint[];
};

/** The power of each validator in the last set, by operator. */
export const lastValidatorPowers = table<{ readonly value: bigint }, [operator: Operator]>({
  name: `${store}/last-validator-powers`,
  store,
  prefix: '11',
  key: [{ as: 'lp8' }],
  value: { as: 'proto', type: 'google.protobuf.Int64Value' },
});

/** The total power of the last set. */
export const lastTotalPower = table<{ readonly int: bigint }, []>({
  name: `${store}/last-total-power`,
  store,
  prefix: '12',
  key: [],
  value: { as: 'proto', type: 'cosmos.base.v1beta1.IntProto' },
});

/** By operator. */
export const validators = table<ValidatorRow, [operator: Operator]>({
  name: `${store}/validators`,
  store,
  prefix: '21',
  key: [{ as: 'lp8' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.Validator' },
});

/** The operator of a consensus address. */
export const validatorsByConsensusAddress = table<Hex, [address: ConsensusAddress]>({
  name: `${store}/validators-by-consensus-address`,
  store,
  prefix: '22',
  key: [{ as: 'lp8' }],
  value: { as: 'hex' },
});

/** The validators that are not jailed, by ascending power: `{power}/{operator}`; the value is the operator. */
export const validatorsByPower = table<Hex, [power: bigint, operator: Operator]>({
  name: `${store}/validators-by-power`,
  store,
  prefix: '23',
  pattern: /^[^]{29}$/u,
  key: [{ as: 'u64' }, { as: 'skip', size: 1 }, { as: 'flip', size: 20 }],
  value: { as: 'hex' },
});

/** The validator updates of this block. */
export const validatorUpdates = table<{ readonly updates: readonly UpdateRow[] }, []>({
  name: `${store}/validator-updates`,
  store,
  prefix: '61',
  key: [],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.ValidatorUpdates' },
});
