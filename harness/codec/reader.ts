import { isUtf8 } from 'node:buffer';
import type { Hex } from '../../specs/value.ts';

/** Wire types of the protobuf encoding. */
export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** Reads the protobuf wire format, front to back. Every method throws an `Error` when the bytes do not fit. */
export class Reader {
  pos = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** A varint below 2^53, such as a tag or a length. */
  small(): number {
    const value = this.varint();
    if (typeof value === 'bigint') throw new Error('a tag or length is out of range');
    return value;
  }

  /** A varint of up to 64 bits; a `number` when it has at most 49. */
  varint(): number | bigint {
    const { bytes } = this;
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 7; i++) {
      const byte = this.next(bytes);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    let long = BigInt(value);
    for (let shift = 49n; shift < 70n; shift += 7n) {
      const byte = this.next(bytes);
      long |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, long);
    }
    throw new Error('a number is longer than 64 bits');
  }

  /** The low 32 bits of a varint, as Go converts it. */
  uint32(): number {
    return Number(BigInt.asUintN(32, BigInt(this.varint())));
  }

  int32(): number {
    const value = this.varint();
    return typeof value === 'number' && value < 2 ** 31 ? value : Number(BigInt.asIntN(32, BigInt(value)));
  }

  uint64(): bigint {
    return BigInt(this.varint());
  }

  int64(): bigint {
    return BigInt.asIntN(64, BigInt(this.varint()));
  }

  /** The start of `size` bytes, which are skipped. */
  take(size: number): number {
    const start = this.pos;
    if (start + size > this.bytes.length) throw new Error(`${size} bytes announced, ${this.bytes.length - start} left`);
    this.pos = start + size;
    return start;
  }

  /** Length-delimited bytes, in hex. */
  hex(): Hex {
    const size = this.small();
    const start = this.take(size);
    return this.bytes.toString('hex', start, start + size);
  }

  /** Length-delimited text; `undefined` when it is not UTF-8. */
  text(): string | undefined {
    const size = this.small();
    const start = this.take(size);
    const end = start + size;
    for (let i = start; i < end; i++) {
      if ((this.bytes[i] ?? 0) < 0x80) continue;
      return isUtf8(this.bytes.subarray(start, end)) ? this.bytes.toString('utf8', start, end) : undefined;
    }
    return this.bytes.toString('latin1', start, end);
  }

  /** Skips a field that the schema does not know. */
  skip(wire: number): void {
    if (wire === WIRE.varint) this.varint();
    else if (wire === WIRE.fixed64) this.take(8);
    else if (wire === WIRE.bytes) this.take(this.small());
    else if (wire === WIRE.fixed32) this.take(4);
    else throw new Error(`wire type ${wire} is not in use`);
  }

  private next(bytes: Buffer): number {
    const byte = bytes[this.pos++];
    if (byte === undefined) throw new Error('the bytes end in the middle of a number');
    return byte;
  }
}
