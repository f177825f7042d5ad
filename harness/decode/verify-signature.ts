import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Hex } from '../../specs/value.ts';
import { sha256 } from '../../model/consensus/merkle.ts';

/** A `SubjectPublicKeyInfo` of a compressed secp256k1 key, without the key. */
const SPKI_SECP256K1 = '3036301006072a8648ce3d020106052b8104000a032200';

/** Half of the order of the curve: the chain takes no signature whose second half is greater. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

const keys = new Map<Hex, KeyObject | undefined>();

/** Whether a signature is that of an account's secp256k1 key over sha256 of these bytes, as the SDK checks it. */
export function isSignedByAccount(publicKey: Hex, bytes: Uint8Array, signature: Hex): boolean {
  const key = keyOf(publicKey);
  if (key === undefined || signature.length !== 128 || BigInt(`0x${signature.slice(64)}`) > HALF_ORDER) return false;
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'hex'));
}

/** The address of the account of a secp256k1 key. */
export function accountOf(publicKey: Hex): Hex {
  return createHash('ripemd160')
    .update(sha256(Buffer.from(publicKey, 'hex')))
    .digest('hex');
}

function keyOf(publicKey: Hex): KeyObject | undefined {
  if (keys.has(publicKey)) return keys.get(publicKey);
  let key: KeyObject | undefined;
  try {
    key = createPublicKey({ key: Buffer.from(SPKI_SECP256K1 + publicKey, 'hex'), format: 'der', type: 'spki' });
  } catch {
    // Bytes that are no point of the curve.
  }
  keys.set(publicKey, key);
  return key;
}
