import { moduleAddress } from '../../specs/module-address.ts';
import type { Hex } from '../../specs/value.ts';
import { addressOf } from '../../model/bech32.ts';
import { accountKey, consensusKey } from '../../traces/keys.ts';

/** What addresses and keys are called, by their bytes. */
export type NameBook = ReadonlyMap<Hex, string>;

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
  const book = new Map(MODULE_ACCOUNTS.map((name): [Hex, string] => [moduleAddress(name), name]));
  const names = new Set(accounts);
  for (const name of names) book.set(accountKey(name).address, name);
  for (const name of keys) {
    const { address, pubKey } = consensusKey(name);
    const owner = owners.get(name) ?? (names.has(name) ? name : undefined);
    const called = owner === undefined ? `key ${name}` : owner === name ? `${name}'s key` : `${name} of ${owner}`;
    book.set(address, called);
    book.set(pubKey, called);
  }
  return book;
}

/** A 20-byte address or a 32-byte key, alone or behind its length; bech32; a 32-byte key in base64. */
const NAMED =
  /\b(?:14)?([0-9a-f]{40})\b|\b([0-9a-f]{64})\b|\b(?:cosmos|consumer)[a-z]*1[02-9ac-hj-np-z]{38,}\b|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=/gu;

/** Puts names in place of the addresses and keys in a text. */
export function withNames(text: string, book: NameBook): string {
  return text.replace(NAMED, (found: string, address?: string, key?: string) => {
    return book.get(address ?? key ?? bytesOf(found)) ?? found;
  });
}

function bytesOf(text: string): Hex {
  if (text.endsWith('=')) return Buffer.from(text, 'base64').toString('hex');
  return addressOf(text.slice(0, text.lastIndexOf('1')), text) ?? '';
}
