import type { VoteClaim } from '../../../specs/claim.ts';
import { consumerChainIds, consumerClients, evidenceMinHeights } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { checkConsumerId } from '../checks/consumer-id.ts';
import { within } from '../checks/within.ts';
import { ensure } from '../errors.ts';
import { infractionParametersOf } from '../infractions.ts';
import { providerAddressOf } from '../keys/assign.ts';
import type { MsgSubmitConsumerDoubleVoting } from './messages.ts';
import { punishEquivocation } from './punish.ts';

/**
 * Checks `MsgSubmitConsumerDoubleVoting` without state: both votes must be votes, and stand in the order of their blocks;
 * a header must come along.
 */
export function checkDoubleVoting(message: MsgSubmitConsumerDoubleVoting): void {
  const { duplicate_vote_evidence, infraction_block_header: header, consumer_id } = message;
  const { vote_a, vote_b } = duplicate_vote_evidence;
  for (const { height } of [vote_a, vote_b]) ensure(height > 0n, 'invalidDoubleVoting', 'a vote for no height');
  ensure(
    vote_a.block < vote_b.block,
    'invalidDoubleVoting',
    'the votes stand in the wrong order, or are for one block',
  );
  ensure(header !== null, 'invalidDoubleVoting', 'there is no header');
  within('invalidDoubleVoting', () => checkConsumerId(consumer_id));
}

/**
 * Handles `MsgSubmitConsumerDoubleVoting` (ADR-005): a validator signed two votes of a kind in a round of a consumer.
 * The header of the message is used only to find the validator's key, and is not checked otherwise.
 */
export function submitDoubleVoting(context: Context, message: MsgSubmitConsumerDoubleVoting): void {
  const { draft } = context;
  const { consumer_id: consumerId, infraction_block_header: header } = message;
  const { vote_a: a, vote_b: b } = message.duplicate_vote_evidence;
  const isMember = header?.validators.some(({ address }) => address === a.validator);
  ensure(isMember === true, 'invalidEvidence', `${a.validator} is not in the set of the header`);
  ensure(draft.has(consumerClients, consumerId), 'invalidEvidence', `consumer ${consumerId} has no client`);
  const least = draft.get(evidenceMinHeights, consumerId) ?? 0n;
  ensure(a.height >= least, 'invalidEvidence', `a vote at ${a.height}, before the consumer's first height ${least}`);
  const chainId = draft.get(consumerChainIds, consumerId);
  ensure(chainId !== undefined, 'unregistered', `consumer ${consumerId} has no chain id`);
  verifyVotes(a, b, chainId);
  const address = providerAddressOf(context, consumerId, a.validator);
  punishEquivocation(
    context,
    { consumerId, address, height: a.height },
    infractionParametersOf(context, consumerId).double_sign,
  );
}

/** Two votes are a double vote when they differ in their block alone, and both are signed for the consumer. */
function verifyVotes(a: VoteClaim, b: VoteClaim, chainId: string): void {
  const sameStep = a.height === b.height && a.round === b.round && a.type === b.type;
  ensure(sameStep, 'invalidEvidence', 'the votes are for different steps');
  ensure(a.validator === b.validator, 'invalidEvidence', 'the votes are of different validators');
  for (const { signer, validator, chain_id, tampered } of [a, b]) {
    const isSigned = signer === validator && chain_id === chainId && !tampered;
    ensure(isSigned, 'unregistered', 'a vote is not signed by its validator for the consumer');
  }
}
