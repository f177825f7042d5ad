import type { HeaderClaim, ProofClaim, VoteClaim } from '../../specs/claim.ts';
import type { ChainName, Message } from '../../specs/block.ts';
import { isList, type Hex, type Value } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import { forgedHeader } from './forged-header.ts';
import { forgedProof } from './forged-proof.ts';
import { signedVote } from './signed-vote.ts';

/** A chain that can show its headers and prove its state to another. */
export interface Witnessing {
  readonly codec: Codec;
  /** `ibc.lightclients.tendermint.v1.Header`, with `@type`. */
  header(claim: HeaderClaim): Value;
  /** `ibc.core.commitment.v1.MerkleProof`, encoded. */
  proof(claim: ProofClaim): Promise<Hex>;
}

/** Puts what each claim of a message stands for in its place: a header, proof or vote, a real one or a forged one. */
export async function resolveClaims(message: Message, chainOf: (name: ChainName) => Witnessing): Promise<Message> {
  if (!holdsClaim(message)) return message;
  return (await resolve(message, chainOf)) as Message;
}

function holdsClaim(value: Value | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isList(value)) return value.some(holdsClaim);
  return '@claim' in value || Object.values(value).some(holdsClaim);
}

async function resolve(value: Value, chainOf: (name: ChainName) => Witnessing): Promise<Value> {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return Promise.all(value.map((item) => resolve(item, chainOf)));
  if (isHeaderClaim(value)) {
    const chain = chainOf(value.chain);
    return value.forged === true ? forgedHeader(chain.codec, value) : chain.header(value);
  }
  if (isProofClaim(value)) {
    const chain = chainOf(value.chain);
    return value.forged === true ? forgedProof(chain.codec, value) : chain.proof(value);
  }
  if (isVoteClaim(value)) return signedVote(chainOf(value.chain).codec, value);
  const fields: [string, Value][] = [];
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) fields.push([name, await resolve(field, chainOf)]);
  }
  return Object.fromEntries(fields);
}

function isHeaderClaim(value: object): value is HeaderClaim {
  return '@claim' in value && value['@claim'] === 'header';
}

function isProofClaim(value: object): value is ProofClaim {
  return '@claim' in value && value['@claim'] === 'proof';
}

function isVoteClaim(value: object): value is VoteClaim {
  return '@claim' in value && value['@claim'] === 'vote';
}
