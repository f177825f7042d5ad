import type { ConsensusAddress } from '../key.ts';
import { table } from '../table.ts';
import type { Dec, Hex, Nanos } from '../value.ts';
import type { AnyEd25519 } from './consensus-key.ts';

/** The store of the slashing module. */
const store = 'slashing';

/** `cosmos.slashing.v1beta1.Params`. */
export type SlashingParamsRow = {
  readonly signed_blocks_window: bigint;
  readonly min_signed_per_window: Dec;
  readonly downtime_jail_duration: Nanos;
  readonly slash_fraction_double_sign: Dec;
  readonly slash_fraction_downtime: Dec;
};

/** `cosmos.slashing.v1beta1.ValidatorSigningInfo`. */
export type SigningInfoRow = {
  /** The consensus address in bech32. */
  readonly address: string;
  readonly start_height: bigint;
  readonly index_offset: bigint;
  readonly jailed_until: Nanos;
  readonly tombstoned: boolean;
  readonly missed_blocks_counter: bigint;
};

/** The parameters of the module. */
export const slashingParams = table<SlashingParamsRow, []>({
  name: `${store}/params`,
  store,
  prefix: '00',
  key: [],
  value: { as: 'proto', type: 'cosmos.slashing.v1beta1.Params' },
});

/** By consensus address. */
export const signingInfos = table<SigningInfoRow, [address: ConsensusAddress]>({
  name: `${store}/signing-infos`,
  store,
  prefix: '01',
  key: [{ as: 'lp8' }],
  value: { as: 'proto', type: 'cosmos.slashing.v1beta1.ValidatorSigningInfo' },
});

/**
 * The missed blocks of the signing window, 1024 blocks a row, by `{consensus address}/{chunk}`: eight bytes
 * with the number of bits, then the bits in words of eight bytes, the lowest bit of each word first.
 */
export const missedBlocks = table<Hex, [address: ConsensusAddress, chunk: bigint]>({
  name: `${store}/missed-blocks`,
  store,
  prefix: '02',
  key: [{ as: 'lp8' }, { as: 'u64le' }],
  value: { as: 'hex' },
});

/** The public key of a consensus address. */
export const consensusKeys = table<AnyEd25519, [address: ConsensusAddress]>({
  name: `${store}/consensus-keys`,
  store,
  prefix: '03',
  key: [{ as: 'lp8' }],
  value: { as: 'any' },
});
