import type { KeyPart } from '../../specs/layout.ts';
import { readSdkTime, SDK_TIME_SIZE } from './sdk-time.ts';
import { readText } from './text.ts';

/** Decodes the key of a store entry, which begins at `start`, to the key of its row. Throws if the layout does not fit. */
export type KeyReader = (key: Buffer, start: number) => string;

/** The reader for the keys of a table (`specs/layout.ts`). */
export function keyReader(parts: readonly KeyPart[]): KeyReader {
  return (key, start) => {
    const cursor = new Cursor(key, start);
    const decoded: string[] = [];
    for (const part of parts) {
      if (part.as === 'skip') cursor.take(part.size);
      else decoded.push(readPart(part, cursor));
    }
    if (cursor.left > 0) throw new Error(`the key has ${cursor.left} bytes more than its layout`);
    return decoded.join('/');
  };
}

function readPart(part: Exclude<KeyPart, { readonly as: 'skip' }>, cursor: Cursor): string {
  if (part.as === 'bytes') return cursor.take(part.size).toString('hex');
  if (part.as === 'flip') return Buffer.from(cursor.take(part.size).map((byte) => ~byte)).toString('hex');
  if (part.as === 'textTo') return readText(cursor.takeTo(part.separator));
  return READ_PLAIN[part.as](cursor);
}

type PlainPart = Exclude<KeyPart, { readonly size: number } | { readonly separator: number }>['as'];

const READ_PLAIN: Readonly<Record<PlainPart, (cursor: Cursor) => string>> = {
  u8: (cursor) => String(cursor.take(1).readUInt8()),
  u64: (cursor) => cursor.take(8).readBigUInt64BE().toString(),
  u64le: (cursor) => cursor.take(8).readBigUInt64LE().toString(),
  lp8: (cursor) => cursor.take(cursor.take(1).readUInt8()).toString('hex'),
  lp64: (cursor) => cursor.takeLong().toString('hex'),
  lp64text: (cursor) => readText(cursor.takeLong()),
  time: (cursor) => readSdkTime(cursor.take(SDK_TIME_SIZE)).toString(),
  lp64time: (cursor) => readSdkTime(cursor.takeLong()).toString(),
  rest: (cursor) => cursor.take(cursor.left).toString('hex'),
  text: (cursor) => readText(cursor.take(cursor.left)),
};

/** Walks through a key and never beyond its end. */
class Cursor {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(size: number): Buffer {
    if (size > this.left) throw new Error(`the key ends ${size - this.left} bytes too early`);
    return this.#bytes.subarray(this.#at, (this.#at += size));
  }

  /** Takes what stands behind eight length bytes. */
  takeLong(): Buffer {
    const size = this.take(8).readBigUInt64BE();
    if (size > BigInt(this.left)) throw new Error(`the key has ${this.left} bytes where it announces ${size}`);
    return this.take(Number(size));
  }

  takeTo(separator: number): Buffer {
    const end = this.#bytes.indexOf(separator, this.#at);
    if (end < 0) throw new Error(`the key lacks the separator ${separator}`);
    const taken = this.take(end - this.#at);
    this.take(1);
    return taken;
  }
}
