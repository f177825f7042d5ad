import type { BlockHeight } from '../../key.ts';
import { table } from '../../table.ts';
import type { Hex, Nanos } from '../../value.ts';

const store = 'staking';

/** `cosmos.staking.v1beta1.DVPair`: a delegation that unbonds. */
export type DelegationPair = { readonly delegator_address: string; readonly validator_address: string };

/** `cosmos.staking.v1beta1.DVVTriplet`: a delegation that moved. */
export type RedelegationTriplet = {
  readonly delegator_address: string;
  readonly validator_src_address: string;
  readonly validator_dst_address: string;
};

/** The number of the last unbonding operation. */
export const unbondingId = table<bigint, []>({
  name: `${store}/unbonding-id`,
  store,
  prefix: '37',
  key: [],
  value: { as: 'u64' },
});

/** By the number of an unbonding operation: the key of the store entry that it is part of. */
export const unbondingIndex = table<Hex, [id: bigint]>({
  name: `${store}/unbonding-index`,
  store,
  prefix: '38',
  key: [{ as: 'u64' }],
  value: { as: 'hex' },
});

/** By the number of an unbonding operation: 1 an unbonding delegation, 2 a redelegation, 3 an unbonding validator. */
export const unbondingTypes = table<bigint, [id: bigint]>({
  name: `${store}/unbonding-types`,
  store,
  prefix: '39',
  key: [{ as: 'u64' }],
  value: { as: 'u64' },
});

/** By the time at which they mature. */
export const unbondingQueue = table<{ readonly pairs: readonly DelegationPair[] }, [time: Nanos]>({
  name: `${store}/unbonding-queue`,
  store,
  prefix: '41',
  key: [{ as: 'time' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.DVPairs' },
});

/** By the time at which they mature. */
export const redelegationQueue = table<{ readonly triplets: readonly RedelegationTriplet[] }, [time: Nanos]>({
  name: `${store}/redelegation-queue`,
  store,
  prefix: '42',
  key: [{ as: 'time' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.DVVTriplets' },
});

/** The operators of validators that unbond, by `{time of maturity}/{height at which they began}`. */
export const validatorQueue = table<{ readonly addresses: readonly string[] }, [time: Nanos, height: BlockHeight]>({
  name: `${store}/validator-queue`,
  store,
  prefix: '43',
  key: [{ as: 'lp64time' }, { as: 'u64' }],
  value: { as: 'proto', type: 'cosmos.staking.v1beta1.ValAddresses' },
});
