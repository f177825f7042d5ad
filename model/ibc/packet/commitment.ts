import type { Packet } from '../../../specs/block.ts';
import type { Hex } from '../../../specs/value.ts';
import { sha256 } from '../../consensus/merkle.ts';

/** What a chain stores of a packet that it sends (ICS-04, `commitPacket`): a hash over its timeouts and its data. */
export function commitPacket({ timeout_timestamp, timeout_height, data }: Packet): Hex {
  const timeouts = Buffer.alloc(24);
  timeouts.writeBigUInt64BE(timeout_timestamp, 0);
  timeouts.writeBigUInt64BE(timeout_height.revision_number, 8);
  timeouts.writeBigUInt64BE(timeout_height.revision_height, 16);
  return sha256(Buffer.concat([timeouts, sha256(Buffer.from(data, 'hex'))])).toString('hex');
}

/** What a chain stores of an acknowledgement that it writes (ICS-04): its hash. */
export function commitAcknowledgement(acknowledgement: Hex): Hex {
  return sha256(Buffer.from(acknowledgement, 'hex')).toString('hex');
}
