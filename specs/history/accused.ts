import type { Message } from '../block.ts';
import type { HeaderClaim, MisbehaviourClaim, VoteClaim } from '../claim.ts';
import type { BlockEvent, HistoryEvent } from '../event.ts';
import { changesOf } from '../event.ts';
import { validatorsByConsumerAddress } from '../tables/provider.ts';
import type { Hex } from '../value.ts';
import type { ConsumerId } from './consumer-ids.ts';

const PACKAGE = '/interchain_security.ccv.provider.v1';

/** What an accepted message says about equivocation on a consumer. */
export interface Accusation {
  readonly consumerId: ConsumerId;
  /** A text that is the same for the same infraction. */
  readonly infraction: string;
  /** The consensus addresses on the consumer of the validators that signed both. */
  readonly accused: readonly Hex[];
}

/** The accusations in the accepted messages of a provider block (ADR-005). */
export function accusationsIn({ block, observation }: BlockEvent): readonly Accusation[] {
  if (block.txs.length === 0) return [];
  return block.txs.flatMap((tx, i) =>
    observation.txResults[i]?.code === 0 ? tx.messages.flatMap((message) => accusationOf(message) ?? []) : [],
  );
}

function accusationOf(message: Message): Accusation | undefined {
  switch (message['@type']) {
    case `${PACKAGE}.MsgSubmitConsumerDoubleVoting`:
      return ofVotes(message as unknown as DoubleVoting);
    case `${PACKAGE}.MsgSubmitConsumerMisbehaviour`:
      return ofHeaders(message as unknown as Misbehaviour);
    default:
      return undefined;
  }
}

interface DoubleVoting {
  readonly consumer_id: ConsumerId;
  readonly duplicate_vote_evidence: { readonly vote_a: VoteClaim; readonly vote_b: VoteClaim };
}

interface Misbehaviour {
  readonly consumer_id: ConsumerId;
  readonly misbehaviour: MisbehaviourClaim;
}

function ofVotes({ consumer_id, duplicate_vote_evidence: { vote_a: a, vote_b: b } }: DoubleVoting): Accusation {
  const both = a.validator === b.validator && isSigned(a) && isSigned(b) && a.block !== b.block;
  const infraction = `${a.type} of ${a.validator} at ${a.height} in round ${a.round}`;
  return { consumerId: consumer_id, infraction, accused: both ? [a.validator] : [] };
}

function isSigned({ signer, validator, tampered }: VoteClaim): boolean {
  return signer === validator && !tampered;
}

function ofHeaders({ consumer_id, misbehaviour: { header_1: a, header_2: b } }: Misbehaviour): Accusation {
  const first = signersOf(a);
  const infraction = `headers at ${a.height.revision_height}`;
  return { consumerId: consumer_id, infraction, accused: [...signersOf(b)].filter((address) => first.has(address)) };
}

function signersOf({ signed }: HeaderClaim): ReadonlySet<Hex> {
  return new Set(signed);
}

/**
 * The provider addresses of the addresses on consumers (ADR-001). An address that the provider prunes is still known in
 * that block, because evidence can use it there.
 */
export class ConsumerAddresses {
  readonly #owners = new Map<string, Hex>();
  #forgotten: readonly string[] = [];

  /** Call it with every event of the provider, before the queries about that event. */
  observe(event: HistoryEvent): void {
    for (const key of this.#forgotten) this.#owners.delete(key);
    const changes = changesOf(event, validatorsByConsumerAddress);
    for (const { key, row } of changes) if (row !== undefined) this.#owners.set(key, row);
    this.#forgotten = changes.flatMap(({ key, row }) => (row === undefined ? [key] : []));
  }

  /** The provider address of a validator: the same address if it has no consumer key. */
  ownerOf(consumerId: ConsumerId, address: Hex): Hex {
    return this.#owners.get(`${consumerId}/${address}`) ?? address;
  }
}
