import { fromBech32, fromHex, toBech32, toHex } from '@cosmjs/encoding';
import type { Hex } from '../specs/value.ts';

/** The longest text that the SDK reads. */
const MAX_LENGTH = 1023;

const written = new Map<string, string>();
const read = new Map<string, Hex | undefined>();

/** Writes an address as bech32, for example `bech32('cosmosvaloper', operator)`. */
export function bech32(prefix: string, address: Hex): string {
  const id = `${prefix}/${address}`;
  let text = written.get(id);
  if (text === undefined) written.set(id, (text = toBech32(prefix, fromHex(address))));
  return text;
}

/** The bytes of a bech32 address with this prefix; `undefined` for any other text. */
export function addressOf(prefix: string, text: string): Hex | undefined {
  const id = `${prefix}/${text}`;
  if (read.has(id)) return read.get(id);
  let address: Hex | undefined;
  try {
    const decoded = fromBech32(text, MAX_LENGTH);
    if (decoded.prefix === prefix) address = toHex(decoded.data);
  } catch {
    address = undefined;
  }
  read.set(id, address);
  return address;
}
