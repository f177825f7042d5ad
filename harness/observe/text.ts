import { isUtf8 } from 'node:buffer';

/** Reads text. Throws if the bytes are not UTF-8: they would not survive as a string. */
export function readText(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Error('not text');
  return bytes.toString('utf8');
}
