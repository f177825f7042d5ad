import type { HeaderClaim, MisbehaviourClaim, VoteClaim } from '../../../specs/claim.ts';
import type { Nanos } from '../../../specs/value.ts';
import type { MessageOf } from '../../context.ts';

/** `MsgSubmitConsumerDoubleVoting` (ADR-005), with claims in place of the votes and the header. */
export type MsgSubmitConsumerDoubleVoting = MessageOf<{
  readonly submitter: string;
  readonly duplicate_vote_evidence: {
    readonly vote_a: VoteClaim;
    readonly vote_b: VoteClaim;
    readonly total_voting_power: bigint;
    readonly validator_power: bigint;
    readonly timestamp: Nanos;
  };
  readonly infraction_block_header: HeaderClaim | null;
  readonly consumer_id: string;
}>;

/** `MsgSubmitConsumerMisbehaviour` (ADR-005), with claims in place of the headers. */
export type MsgSubmitConsumerMisbehaviour = MessageOf<{
  readonly submitter: string;
  readonly misbehaviour: MisbehaviourClaim;
  readonly consumer_id: string;
}>;
