import type { Hash } from '../key.ts';
import { table } from '../table.ts';
import type { Nanos } from '../value.ts';

/** `cosmos.evidence.v1beta1.Equivocation` in a `google.protobuf.Any`. */
export type EquivocationRow = {
  readonly '@type': '/cosmos.evidence.v1beta1.Equivocation';
  readonly height: bigint;
  readonly time: Nanos;
  readonly power: bigint;
  /** The validator's consensus address in bech32. */
  readonly consensus_address: string;
};

/** By the hash of the evidence: the double signs that consensus reported and the chain punished. */
export const equivocations = table<EquivocationRow, [hash: Hash]>({
  name: 'evidence/equivocations',
  store: 'evidence',
  prefix: '00',
  key: [{ as: 'rest' }],
  value: { as: 'any' },
});
