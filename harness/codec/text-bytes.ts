import { isUtf8 } from 'node:buffer';
import type { Hex } from '../../specs/value.ts';

const MARKED = /^0x(?:[0-9a-f]{2})+$/;

/** Bytes that are not text, such as the `valset_hash` of an event: `0x` and hex. */
export function bytesAsText(bytes: Hex): string {
  return `0x${bytes}`;
}

/** The reverse, also for plain text. Text that only looks like hex is kept, for it is valid UTF-8 when decoded. */
export function textAsBytes(text: string): Buffer {
  if (MARKED.test(text)) {
    const bytes = Buffer.from(text.slice(2), 'hex');
    if (!isUtf8(bytes)) return bytes;
  }
  return Buffer.from(text, 'utf8');
}
