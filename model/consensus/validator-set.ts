import { descending } from '../../specs/order.ts';
import type { ConsensusValidator, ValidatorUpdate } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';
import { merkleRoot, sha256 } from './merkle.ts';

/** A validator set in the order of CometBFT: the most powerful first, equals by address. */
export type ValidatorSet = readonly ConsensusValidator[];

const hashes = new WeakMap<ValidatorSet, Hex>();
const addresses = new Map<Hex, Hex>();

/**
 * The hash of a validator set as a header carries it (CometBFT, `ValidatorSet.Hash`): the Merkle root over the
 * validators, key and power, in the order of CometBFT. The order of the argument is taken as it is.
 */
export function validatorsHash(set: ValidatorSet): Hex {
  let hash = hashes.get(set);
  if (hash === undefined) {
    hash = merkleRoot(set.map(leaf)).toString('hex');
    hashes.set(set, hash);
  }
  return hash;
}

/** The set in the order of CometBFT: power descending, then address ascending. */
export function sortValidators(validators: Iterable<ConsensusValidator>): ValidatorSet {
  return [...validators].toSorted((a, b) => descending(a.power, b.power) || (a.address < b.address ? -1 : 1));
}

/** The set after the updates that a program returned (ABCI `ValidatorUpdates`): a power of 0 removes. */
export function applyUpdates(set: ValidatorSet, updates: readonly ValidatorUpdate[]): ValidatorSet {
  if (updates.length === 0) return set;
  const byKey = new Map(set.map((validator) => [validator.pubKey, validator]));
  for (const { pubKey, power } of updates) {
    if (power === 0n) byKey.delete(pubKey);
    else byKey.set(pubKey, { address: addressOfKey(pubKey), pubKey, power });
  }
  return sortValidators(byKey.values());
}

/** The sum of all powers of a set. */
export function totalPower(set: readonly { readonly power: bigint }[]): bigint {
  return set.reduce((sum, { power }) => sum + power, 0n);
}

/** The address of an ed25519 key: the first 20 bytes of its sha256 (CometBFT). */
export function addressOfKey(pubKey: Hex): Hex {
  let address = addresses.get(pubKey);
  if (address === undefined) {
    address = sha256(Buffer.from(pubKey, 'hex')).toString('hex', 0, 20);
    addresses.set(pubKey, address);
  }
  return address;
}

/** `SimpleValidator{ pub_key: PublicKey{ ed25519 }, voting_power }` in protobuf, the leaf of the tree. */
function leaf({ pubKey, power }: ConsensusValidator): Buffer {
  const size = pubKey.length / 2;
  const key = `0a${byte(size + 2)}0a${byte(size)}${pubKey}`;
  return Buffer.from(power === 0n ? key : `${key}10${varint(power)}`, 'hex');
}

function varint(value: bigint): Hex {
  let bytes = '';
  let rest = value;
  for (; rest >= 0x80n; rest >>= 7n) bytes += byte(Number(rest & 0x7fn) | 0x80);
  return bytes + byte(Number(rest));
}

function byte(value: number): Hex {
  return value.toString(16).padStart(2, '0');
}
