import type { ChainName, Height, Message } from '../../specs/block.ts';
import { isList, type Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { BeyondModel } from '../decode/beyond-model.ts';
import { headerClaim, type LightHeader } from './header-claim.ts';
import { proofClaim } from './proof-claim.ts';

/** What it takes to judge the headers and proofs of a message. */
export interface ClaimReader {
  readonly codec: Codec;
  /** The name of another chain by its chain id. */
  readonly nameOf: (chainId: string) => ChainName;
}

type Fields = { readonly [field: string]: Value | undefined };

/**
 * Puts a claim in the place of each real header and proof of a message: the reverse of `resolveClaims`.
 * Throws a `BeyondModel` with the bytes of the transaction for a header that lacks an essential part.
 */
export function claimsOf(message: Message, reader: ClaimReader, tx: Uint8Array): Message {
  // Only messages of IBC and those of Interchain Security that report a consumer hold any.
  if (!/^\/(?:ibc\.core|interchain_security)\./u.test(message['@type'])) return message;
  return readFields(message, reader, tx) as Message;
}

function read(value: Value, reader: ClaimReader, tx: Uint8Array): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => read(item, reader, tx));
  if (!isLightHeader(value)) return readFields(value, reader, tx);
  const claim = headerClaim(reader.codec, value as unknown as LightHeader, reader.nameOf);
  if (claim === undefined) throw new BeyondModel('a light client header that lacks a part', tx);
  return claim;
}

function readFields(value: Fields, reader: ClaimReader, tx: Uint8Array): Fields {
  const fields: Record<string, Value | undefined> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    fields[name] = isProof(name, field)
      ? proofClaim(reader.codec, field, provenHeight(value))
      : read(field, reader, tx);
  }
  return fields;
}

/** Names of fields that hold a proof begin so (ICS-03, ICS-04). */
function isProof(name: string, field: Value): field is string {
  return name.startsWith('proof_') && typeof field === 'string' && field !== '';
}

/** State after a height is proven with the header one higher. */
function provenHeight({ proof_height }: Fields): bigint {
  return ((proof_height as Height | null | undefined)?.revision_height ?? 0n) - 1n;
}

function isLightHeader(value: Fields): boolean {
  return 'signed_header' in value && 'validator_set' in value;
}
