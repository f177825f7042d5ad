import type { BlockHeight } from '../../key.ts';
import { table } from '../../table.ts';
import type { Hex, Nanos } from '../../value.ts';

const store = 'staking';

/** `cosmos.staking.v1beta1.DVPair`: an unbonding delegation. */
export type DelegationPair = { readonly delegator_address: string; readonly validator_address: string };

/** `cosmos.staking.v1beta1.DVVTriplet`: a redelegation. */
export type RedelegationTriplet = {
  readonly delegator_address: string;
  readonly validator_src_address: string;
  readonly validator_dst_address: string;
};

/** The id of the last unbonding operation. */
export const unbondingId = table<bigint, []>({
  name: `${store}/unbonding-id`,
  store,
  prefix: '37',
  key: [],
  value: { as: 'u64' },
});

/** By unbonding id: the key of the store entry that contains the operation. */
export const unbondingIndex = table<Hex, [id: bigint]>({
  name: `${store}/unbonding-index`,
  store,
  prefix: '38',
  key: [{ as: 'u64' }],
  value: { as: 'hex' },
});

/** By unbonding id: 1 for an unbonding delegation, 2 for a redelegation, 3 for an unbonding validator. */
export const unbondingTypes = table<bigint, [id: bigint]>({
  name: `${store}/unbonding-types`,
  store,
  prefix: '39',
  key: [{ as: 'u64' }],
  value: { as: 'u64' },
});

/** Unbonding delegations by the time at which they mature. */
export const unbondingQueue = table<{ readonly pairs: readonly DelegationPair[] }, [time: Nanos]>({
  name: `${store}/unbonding-queue`,
  store,
  prefix: '41',
  key: [{ as: 'time' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.DVPairs' },
});

/** Redelegations by the time at which they mature. */
export const redelegationQueue = table<{ readonly triplets: readonly RedelegationTriplet[] }, [time: Nanos]>({
  name: `${store}/redelegation-queue`,
  store,
  prefix: '42',
  key: [{ as: 'time' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.DVVTriplets' },
});

/** The operators of unbonding validators, by `{time of maturity}/{height at which they began to unbond}`. */
export const validatorQueue = table<{ readonly addresses: readonly string[] }, [time: Nanos, height: BlockHeight]>({
  name: `${store}/validator-queue`,
  store,
  prefix: '43',
  key: [{ as: 'lp64time' }, { as: 'u64' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.ValAddresses' },
});
