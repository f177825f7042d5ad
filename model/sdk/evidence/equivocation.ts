import type { Misbehavior } from '../../../specs/block.ts';
import type { EquivocationRow } from '../../../specs/tables/evidence.ts';
import { SECOND, type Hex } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import { sha256 } from '../../consensus/merkle.ts';
import type { Context } from '../../context.ts';
import { bytesField, integerField } from '../../protobuf.ts';

/** What the chain keeps of evidence: neither its kind nor the power of all. */
export function equivocationOf({ bech32Prefix }: Context, misbehavior: Misbehavior): EquivocationRow {
  const { height, time, power, address } = misbehavior;
  const consensus_address = bech32(`${bech32Prefix}valcons`, address);
  return { '@type': '/cosmos.evidence.v1beta1.Equivocation', height, time, power, consensus_address };
}

/** The hash of `cosmos.evidence.v1beta1.Equivocation`, by which the chain keeps it (SDK, `Equivocation.Hash`). */
export function equivocationHash({ height, time, power, consensus_address }: EquivocationRow): Hex {
  const timestamp = integerField(0x08, time / SECOND) + integerField(0x10, time % SECOND);
  const bytes =
    integerField(0x08, height) +
    bytesField(0x12, timestamp) +
    integerField(0x18, power) +
    bytesField(0x22, Buffer.from(consensus_address).toString('hex'));
  return sha256(Buffer.from(bytes, 'hex')).toString('hex');
}
