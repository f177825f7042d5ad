import type { Hex } from '../../../specs/value.ts';
import { goString } from '../go-json.ts';

/**
 * Whether an acknowledgement is written as ibc-go would write it (`ibc.core.channel.v1.Acknowledgement` in JSON).
 * What is no such JSON at all is taken as it is.
 */
export function isCanonicalAcknowledgement(acknowledgement: Hex): boolean {
  const text = Buffer.from(acknowledgement, 'hex').toString();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return true;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return true;
  const fields = Object.entries(parsed);
  const [first] = fields;
  if (first === undefined) return text === '{}';
  const [name, value] = first;
  if (fields.length > 1 || typeof value !== 'string' || (name !== 'result' && name !== 'error')) return true;
  const written = name === 'result' ? Buffer.from(value, 'base64').toString('base64') : value;
  return text === `{"${name}":${goString(written)}}`;
}
