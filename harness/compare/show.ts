import { readSlashRequest, readValidatorSetChange } from '../../specs/ccv-packet.ts';
import { isList, type Hex, type Value } from '../../specs/value.ts';
import { withNames, type NameBook } from './name-book.ts';

/** A value in one line for a reader: names in place of addresses and keys, the bytes of packets decoded. */
export function show(value: Value | undefined, names: NameBook): string {
  return withNames(text(value), names);
}

/** The bytes of a packet's data or of an acknowledgement: a CCV packet decoded, other text as it is, else hex. */
export function showBytes(bytes: Hex, names: NameBook): string {
  return withNames(decodedText(bytes), names);
}

function text(value: Value | undefined, field = ''): string {
  if (value === undefined || value === null) return 'nothing';
  if (isList(value)) return `[${value.map((item) => text(item)).join(', ')}]`;
  if (typeof value === 'object') {
    const fields = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${fields.map(([name, part]) => `${name}: ${text(part, name)}`).join(', ')}}`;
  }
  if (typeof value !== 'string') return String(value);
  if (field === 'data' || field === 'acknowledgement') return decodedText(value);
  return value === '' ? '""' : value;
}

function decodedText(bytes: Hex): string {
  const change = readValidatorSetChange(bytes);
  if (change !== undefined) {
    const updates = change.updates.map(({ pubKey, power }) => ({ pubKey, power }));
    return text({ updates, valsetUpdateId: change.valsetUpdateId, slashAcks: change.slashAcks });
  }
  const slash = readSlashRequest(bytes);
  if (slash !== undefined) return text({ ...slash });
  const plain = Buffer.from(bytes, 'hex').toString('utf8');
  return /^[\x20-\x7e]+$/u.test(plain) ? plain : bytes || '""';
}
