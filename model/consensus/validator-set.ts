import { descending } from '../../specs/order.ts';
import type { ConsensusValidator, ValidatorUpdate } from '../../specs/block.ts';
import type { Hex } from '../../specs/value.ts';
import { bytesField, integerField } from '../protobuf.ts';
import { merkleRoot, sha256 } from './merkle.ts';

/** A validator set in the order of CometBFT: the most powerful first, equals by address. */
export type ValidatorSet = readonly ConsensusValidator[];

const hashes = new WeakMap<ValidatorSet, Hex>();
/** The same hashes by the content of the sets, because most traces begin with the same validators. */
const hashesByContent = new Map<string, Hex>();
const MOST_HASHES = 10_000;
const addresses = new Map<Hex, Hex>();

/**
 * The hash of a validator set in a header (CometBFT, `ValidatorSet.Hash`): the Merkle root over the keys and powers.
 * The set must be in the order of CometBFT; it is not sorted here.
 */
export function validatorsHash(set: ValidatorSet): Hex {
  let hash = hashes.get(set);
  if (hash === undefined) {
    hash = hashOf(set);
    hashes.set(set, hash);
  }
  return hash;
}

function hashOf(set: ValidatorSet): Hex {
  let content = '';
  for (const { pubKey, power } of set) content += `${pubKey}:${power},`;
  let hash = hashesByContent.get(content);
  if (hash === undefined) {
    hash = merkleRoot(set.map(leaf)).toString('hex');
    if (hashesByContent.size === MOST_HASHES) hashesByContent.clear();
    hashesByContent.set(content, hash);
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
  return Buffer.from(bytesField(0x0a, bytesField(0x0a, pubKey)) + integerField(0x10, power), 'hex');
}
