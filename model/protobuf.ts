import type { Hex } from '../specs/value.ts';

/** A non-negative integer as protobuf writes it. */
export function varint(value: bigint): Hex {
  let bytes = '';
  let rest = value;
  for (; rest >= 0x80n; rest >>= 7n) bytes += byte(Number(rest & 0x7fn) | 0x80);
  return bytes + byte(Number(rest));
}

/** An integer field; empty when the integer is 0. */
export function integerField(tag: number, value: bigint): Hex {
  return value === 0n ? '' : byte(tag) + varint(value);
}

/** A bytes field, even when the bytes are empty. */
export function bytesField(tag: number, bytes: Hex): Hex {
  return byte(tag) + varint(BigInt(bytes.length / 2)) + bytes;
}

function byte(value: number): Hex {
  return value.toString(16).padStart(2, '0');
}
