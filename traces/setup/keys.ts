import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { pointFromScalar, sign as signSecp256k1 } from 'tiny-secp256k1';
import { BECH32_PREFIX } from '../../specs/bech32-prefix.ts';
import type { ChainName } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';
import { sha256 } from '../../model/consensus/merkle.ts';
import { addressOfKey } from '../../model/consensus/validator-set.ts';

/** The secp256k1 key of an account, derived from its name. Traces contain names, never keys. */
export interface AccountKey {
  readonly name: string;
  readonly address: Hex;
  readonly publicKey: Buffer;
  /** Signs the SHA-256 of the bytes deterministically (RFC 6979). */
  sign(bytes: Uint8Array): Buffer;
}

/** The ed25519 consensus key of a validator, derived from its name. */
export interface ConsensusKey {
  readonly name: string;
  readonly address: Hex;
  readonly pubKey: Hex;
  /** The 32-byte seed, for a node that signs with the key. */
  readonly secret: Buffer;
  sign(bytes: Uint8Array): Buffer;
}

const accounts = new Map<string, AccountKey>();
const consensus = new Map<string, ConsensusKey>();
const byAddress = new Map<Hex, ConsensusKey>();
const accountsByAddress = new Map<Hex, AccountKey>();

/** The bech32 prefix of addresses on a chain. */
export function prefixOf(chain: ChainName): 'cosmos' | 'consumer' {
  return BECH32_PREFIX[chain === 'provider' ? 'provider' : 'consumer'];
}

/** The key of the account with this name. */
export function accountKey(name: string): AccountKey {
  let key = accounts.get(name);
  if (key === undefined) {
    key = makeAccountKey(name);
    accounts.set(name, key);
    accountsByAddress.set(key.address, key);
  }
  return key;
}

/** The consensus key with this name. The provider key of a validator has the name of the validator. */
export function consensusKey(name: string): ConsensusKey {
  let key = consensus.get(name);
  if (key === undefined) {
    key = makeConsensusKey(name);
    consensus.set(name, key);
    byAddress.set(key.address, key);
  }
  return key;
}

/** The consensus key with this address, among all keys derived so far. */
export function consensusKeyAt(address: Hex): ConsensusKey | undefined {
  return byAddress.get(address);
}

/** The account with this address, among all accounts derived so far. */
export function accountKeyAt(address: Hex): AccountKey | undefined {
  return accountsByAddress.get(address);
}

function makeAccountKey(name: string): AccountKey {
  const secret = sha256(Buffer.from(`account ${name}`));
  const point = pointFromScalar(secret, true);
  if (point === null) throw new Error(`the account ${name} has no key`);
  const publicKey = Buffer.from(point);
  const address = createHash('ripemd160').update(sha256(publicKey)).digest('hex');
  return {
    name,
    address,
    publicKey,
    sign: (bytes) => Buffer.from(signSecp256k1(sha256(bytes), secret)),
  };
}

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function makeConsensusKey(name: string): ConsensusKey {
  const secret = sha256(Buffer.from(`consensus ${name}`));
  const key: KeyObject = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, secret]),
    format: 'der',
    type: 'pkcs8',
  });
  const pubKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return { name, address: addressOfKey(pubKey), pubKey, secret, sign: (bytes) => sign(null, bytes, key) };
}
