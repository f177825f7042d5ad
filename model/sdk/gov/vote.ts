import { votes, votingProposals, type VoteOption, type WeightedVoteOption } from '../../../specs/tables/gov.ts';
import { ONE } from '../../../specs/value.ts';
import { addressOf, bech32 } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { parseDecimal } from '../decimal-text.ts';
import { ensure } from '../errors.ts';
import { checkLength } from './metadata.ts';

/** `cosmos.gov.v1.MsgVote`. */
export type MsgVote = MessageOf<{
  readonly proposal_id: bigint;
  readonly voter: string;
  readonly option: VoteOption;
  readonly metadata: string;
}>;

/** `cosmos.gov.v1.MsgVoteWeighted`. */
export type MsgVoteWeighted = MessageOf<{
  readonly proposal_id: bigint;
  readonly voter: string;
  readonly options: readonly WeightedVoteOption[];
  readonly metadata: string;
}>;

const WHOLE = '1.000000000000000000';

/** Handles `MsgVote`: all for one option. */
export function vote(context: Context, message: MsgVote): void {
  checkOption(message.option);
  castVote(context, message, [{ option: message.option, weight: WHOLE }]);
}

/** Handles `MsgVoteWeighted`: parts for several options, which must make up one. */
export function voteWeighted(context: Context, message: MsgVoteWeighted): void {
  const { options } = message;
  ensure(options.length > 0, 'invalidRequest', 'no option');
  const used = new Set<VoteOption>();
  let total = 0n;
  for (const { option, weight } of options) {
    const part = parseDecimal(weight);
    ensure(part !== undefined && part > 0n && part <= ONE, 'invalidVote', `'${weight}' is no weight`);
    checkOption(option);
    ensure(!used.has(option), 'invalidVote', `${option} twice`);
    used.add(option);
    total += part;
  }
  ensure(total === ONE, 'invalidVote', 'the weights do not make up one');
  castVote(context, message, options);
}

function checkOption(option: VoteOption): void {
  ensure(option !== 'VOTE_OPTION_UNSPECIFIED', 'invalidVote', 'no option');
}

/** Anybody may vote, with stake or without, and the last vote counts. */
function castVote(
  context: Context,
  { proposal_id: id, voter, metadata }: MsgVote | MsgVoteWeighted,
  options: readonly WeightedVoteOption[],
): void {
  const { draft, bech32Prefix } = context;
  const address = addressOf(bech32Prefix, voter);
  ensure(address !== undefined, 'invalidAddress', `${voter} is no address`);
  ensure(draft.has(votingProposals, votingProposals.key(id)), 'inactiveProposal', `proposal ${id} is not voted on`);
  checkLength(metadata);
  draft.set(votes, votes.key(id, address), {
    proposal_id: id,
    voter: bech32(bech32Prefix, address),
    options,
    metadata,
  });
}
