import { textHex, type Hex } from '../../../specs/value.ts';

/** `ibc.core.channel.v1.Acknowledgement` (ICS-04): a result or an error. */
export interface Acknowledgement {
  readonly result?: Hex;
  readonly error?: string;
}

/** An acknowledgement of success, as ibc-go writes it: JSON, the bytes of the result in base64. */
export function resultAcknowledgement(result: Hex): Hex {
  return jsonHex({ result: Buffer.from(result, 'hex').toString('base64') });
}

/** An acknowledgement of an error. ibc-go hides all of the error but its code, so that all machines write the same. */
export function errorAcknowledgement(code: number): Hex {
  return jsonHex({ error: `ABCI code: ${code}: error handling packet: see events for details` });
}

/** Reads an acknowledgement; `undefined` if it is no JSON of that kind: it has at most one of the two and nothing else. */
export function readAcknowledgement(acknowledgement: Hex): Acknowledgement | undefined {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(acknowledgement, 'hex').toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const [field, more] = Object.entries(json);
  if (field === undefined) return {};
  const [name, value] = field as [string, unknown];
  if (more !== undefined || typeof value !== 'string') return undefined;
  if (name === 'result') return { result: Buffer.from(value, 'base64').toString('hex') };
  return name === 'error' ? { error: value } : undefined;
}

function jsonHex(value: unknown): Hex {
  return textHex(JSON.stringify(value));
}
