import type { Hex } from '../../../specs/value.ts';
import { ensure, refuse } from '../errors.ts';

const ED25519 = '/cosmos.crypto.ed25519.PubKey';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

/** A public key as messages carry it: the JSON form of an `Any`. */
export interface KeyText {
  readonly type: string;
  readonly key: string;
}

/**
 * Reads the JSON of a key as Go decodes it into a struct of two strings: field names in any case, missing ones empty.
 * `undefined` for malformed JSON or values of other types.
 */
export function readKeyText(text: string): KeyText | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (json === null) return { type: '', key: '' };
  if (typeof json !== 'object' || Array.isArray(json)) return undefined;
  let type = '';
  let key = '';
  for (const [name, value] of Object.entries(json)) {
    const field = name.toLowerCase();
    if (field !== '@type' && field !== 'key') continue;
    if (value === null) continue;
    if (typeof value !== 'string') return undefined;
    if (field === '@type') type = value;
    else key = value;
  }
  return { type, key };
}

/** The bytes of an ed25519 key; refuses another type of key and what is not base64, but not a wrong length. */
export function parseConsumerKey(text: string): Hex {
  const read = readKeyText(text);
  if (read === undefined) refuse('unregistered', 'the key is not JSON');
  ensure(read.type === ED25519, 'keyType', `a key of type ${read.type} is not supported`);
  const base64 = read.key.replace(/[\r\n]/gu, '');
  ensure(BASE64.test(base64), 'unregistered', 'the key is not base64');
  return Buffer.from(base64, 'base64').toString('hex');
}
