import type { ChainName, Coin, Message, Tx } from '../../specs/block.ts';
import type { Hex, Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { claimsOf } from '../ibc/claims.ts';
import type { AccountBook } from './account-book.ts';
import { BeyondModel } from '../facts/beyond-model.ts';
import { accountOf, isSignedByAccount } from './verify-signature.ts';

/** What it takes to read the transactions of a block. */
export interface TxReader {
  readonly codec: Codec;
  readonly chainId: string;
  readonly accounts: AccountBook;
  /** The name of another chain by its chain id. */
  readonly nameOf: (chainId: string) => ChainName;
  /** The chain ids that votes in its messages may be signed for. */
  readonly chainIds: readonly string[];
}

/** `cosmos.tx.v1beta1.TxRaw`. */
interface TxRaw {
  readonly body_bytes: Hex;
  readonly auth_info_bytes: Hex;
  readonly signatures: readonly Hex[];
}

/** `cosmos.tx.v1beta1.TxBody`. */
interface TxBody {
  readonly messages: readonly Message[];
  readonly memo: string;
  readonly timeout_height: bigint;
  readonly extension_options: readonly Value[];
}

/** `cosmos.tx.v1beta1.AuthInfo`. */
interface AuthInfo {
  readonly signer_infos: readonly SignerInfo[];
  readonly fee: {
    readonly amount: readonly Coin[];
    readonly gas_limit: bigint;
    readonly payer: string;
    readonly granter: string;
  } | null;
}

interface SignerInfo {
  readonly public_key: { readonly '@type': string; readonly key?: Hex } | null;
  readonly mode_info: { readonly single?: { readonly mode: string } } | null;
  readonly sequence: bigint;
}

const UNDECODABLE: Tx = { signer: '', publicKey: '', sequence: 0n, fee: [], messages: [], undecodable: true };
const SECP256K1 = '/cosmos.crypto.secp256k1.PubKey';
const MOST_GAS = 2n ** 63n - 1n;

/**
 * Reads a transaction from its bytes in a block: the reverse of signing one. Its signature is checked, and headers and
 * proofs in its messages become claims. Throws a `BeyondModel` for one that the model has no word for.
 */
export function decodeTx(bytes: Uint8Array, reader: TxReader): Tx {
  // The program's own schema decodes all three.
  const raw = decodeExactly(reader.codec, 'cosmos.tx.v1beta1.TxRaw', bytes) as TxRaw | undefined;
  if (raw === undefined) return UNDECODABLE;
  const { body_bytes, auth_info_bytes } = raw;
  const body = decodePart(reader.codec, 'cosmos.tx.v1beta1.TxBody', body_bytes, bytes) as TxBody | undefined;
  const authInfo = decodePart(reader.codec, 'cosmos.tx.v1beta1.AuthInfo', auth_info_bytes, bytes) as
    AuthInfo | undefined;
  if (body === undefined || authInfo === undefined || !body.messages.every(known(reader.codec))) return UNDECODABLE;
  const { signer_infos, fee } = authInfo;
  const [info, ...others] = signer_infos;
  const [signature] = raw.signatures;
  const beyond = (problem: string): BeyondModel => new BeyondModel(`a transaction with ${problem}`, bytes);
  if (info === undefined || signature === undefined) throw beyond('no signature');
  if (others.length > 0 || raw.signatures.length > 1) throw beyond('several signatures');
  if (fee === null) throw beyond('no fee');
  if (fee.payer !== '' || fee.granter !== '') throw beyond('a fee that another account pays');
  if (fee.gas_limit > MOST_GAS) throw beyond(`a gas limit of ${fee.gas_limit}`);
  if (body.extension_options.length > 0) throw beyond('extension options');
  const mode = info.mode_info?.single?.mode;
  if (mode !== 'SIGN_MODE_DIRECT') throw beyond(`a signature of mode ${mode ?? 'multi'}`);
  const { public_key } = info;
  if (public_key === null) throw beyond('no public key');
  if (public_key['@type'] !== SECP256K1) throw beyond(`a key of type ${public_key['@type']}`);
  const publicKey = public_key.key ?? '';
  const signer = accountOf(publicKey);
  return {
    signer,
    publicKey,
    sequence: info.sequence,
    fee: fee.amount,
    messages: body.messages.map((message) => claimsOf(message, reader, bytes)),
    accountNumber: signedNumber(raw, publicKey, signer, signature, reader),
    ...(body.memo !== '' && { memo: body.memo }),
    ...(body.timeout_height !== 0n && { timeoutHeight: body.timeout_height }),
  };
}

/** The account number that a signature covers, `null` for none (SIGN_MODE_DIRECT). */
function signedNumber(
  { body_bytes, auth_info_bytes }: TxRaw,
  publicKey: Hex,
  signer: Hex,
  signature: Hex,
  { codec, chainId: chain_id, accounts }: TxReader,
): bigint | null {
  for (const account_number of accounts.numbers(signer)) {
    const doc = codec.encode('cosmos.tx.v1beta1.SignDoc', { body_bytes, auth_info_bytes, chain_id, account_number });
    if (isSignedByAccount(publicKey, doc, signature)) return account_number;
  }
  return null;
}

/** A message that is written in the one way in which the SDK takes it (ADR-027); `undefined` for other bytes. */
function decodeExactly(codec: Codec, type: string, bytes: Uint8Array): Value | undefined {
  try {
    const value = codec.decode(type, bytes);
    return Buffer.from(codec.encode(type, value)).equals(bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A part of a transaction. The SDK takes it with empty fields written out, but not with fields that it does not know:
 * where the bytes are other than the SDK's own, only a look at each field could tell.
 */
function decodePart(codec: Codec, type: string, part: Hex, whole: Uint8Array): Value | undefined {
  const bytes = Buffer.from(part, 'hex');
  let value: Value;
  try {
    value = codec.decode(type, bytes);
  } catch {
    return undefined;
  }
  if (!Buffer.from(codec.encode(type, value)).equals(bytes)) {
    throw new BeyondModel(`a transaction whose ${type} is not written as the program writes it`, whole);
  }
  return value;
}

/** Whether the program knows the type of a message. */
function known(codec: Codec): (message: Message) => boolean {
  return (message) => codec.has(message['@type'].slice(message['@type'].lastIndexOf('/') + 1));
}
