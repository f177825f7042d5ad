import { byCodeUnits } from '../../specs/order.ts';
import { moduleAddress } from '../../specs/module-address.ts';
import type { Hex } from '../../specs/value.ts';
import { addressOf } from '../../model/bech32.ts';
import { accountKey, consensusKey } from '../../traces/setup/keys.ts';

/** What a name stands for. */
export type Named = 'validator' | 'account' | 'module' | 'consensus-key' | 'consumer';

/** What a reader calls addresses and consensus keys, by their bytes, and consumers, by their ids. */
export interface NameBook {
  readonly bytes: ReadonlyMap<Hex, { readonly of: Named; readonly name: string }>;
  readonly consumers: ReadonlyMap<string, string>;
}

/** A book without any name. */
export const NO_NAMES: NameBook = { bytes: new Map(), consumers: new Map() };

/** The names of a trace: its accounts (a validator is one) and its consensus keys, with who uses them if known. */
export interface Names {
  readonly accounts: Iterable<string>;
  readonly keys: Iterable<string>;
  /** By the name of a key, the name of the validator who assigned it. */
  readonly owners?: ReadonlyMap<string, string>;
}

/** Accounts that belong to modules of the programs; their address is a hash of their name (SDK). */
const MODULE_ACCOUNTS = [
  'bonded_tokens_pool',
  'not_bonded_tokens_pool',
  'fee_collector',
  'distribution',
  'gov',
  'mint',
  'transfer',
  'consumer_rewards_pool',
  'cons_redistribute',
  'cons_to_send_to_provider',
];

/** A book of these names: accounts under their own (`v2`, `a0`), keys as `v2's key`, `k3 of v2` or `key k3`. */
export function nameBook({ accounts, keys, owners = new Map() }: Names): NameBook {
  const book = new Map<Hex, { readonly of: Named; readonly name: string }>();
  for (const name of MODULE_ACCOUNTS) book.set(moduleAddress(name), { of: 'module', name });
  const names = new Set(accounts);
  const keyNames = new Set(keys);
  for (const name of names) {
    book.set(accountKey(name).address, { of: keyNames.has(name) ? 'validator' : 'account', name });
  }
  for (const name of keyNames) {
    const { address, pubKey } = consensusKey(name);
    const owner = owners.get(name) ?? (names.has(name) ? name : undefined);
    const called = owner === undefined ? `key ${name}` : owner === name ? `${name}'s key` : `${name} of ${owner}`;
    book.set(address, { of: 'consensus-key', name: called });
    book.set(pubKey, { of: 'consensus-key', name: called });
  }
  return { bytes: book, consumers: new Map() };
}

/** A 20-byte address or a 32-byte key, alone or behind its length; bech32; a 32-byte key in base64. */
const NAMED =
  /\b(?:14)?([0-9a-f]{40})\b|\b([0-9a-f]{64})\b|\b(?:cosmos|consumer)[a-z]*1[02-9ac-hj-np-z]{38,}\b|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=/gu;

/** Puts names in place of the addresses and keys in a text. */
export function withNames(text: string, { bytes }: NameBook): string {
  return text.replace(NAMED, (found: string, address?: string, key?: string) => {
    return bytes.get(address ?? key ?? bytesOf(found))?.name ?? found;
  });
}

/** A name that occurs in a text, with the address or the key as it stands there. */
export interface NameIn {
  readonly of: Named;
  readonly value: string;
  readonly name: string;
}

/** The names of all addresses and keys in a text, by their value. */
export function namesIn(text: string, { bytes }: NameBook): readonly NameIn[] {
  const found = new Map<string, NameIn>();
  for (const [value, address, key] of text.matchAll(NAMED)) {
    const known = bytes.get(address ?? key ?? bytesOf(value));
    if (known !== undefined) found.set(value, { of: known.of, value, name: known.name });
  }
  return [...found.values()].toSorted((a, b) => byCodeUnits(a.value, b.value));
}

/** The name of the consumer with an id, with the id; the id alone for one without a name. */
export function consumerName(id: string, { consumers }: NameBook): string {
  const name = consumers.get(id);
  return name === undefined ? id : `${name} (consumer ${id})`;
}

function bytesOf(text: string): Hex {
  if (text.endsWith('=')) return Buffer.from(text, 'base64').toString('hex');
  return addressOf(text.slice(0, text.lastIndexOf('1')), text) ?? '';
}
