import { votes, type ProposalRow, type TallyRow, type VoteOption, type VoteRow } from '../../../specs/tables/gov.ts';
import { delegations } from '../../../specs/tables/staking/delegation.ts';
import type { Dec, Hex } from '../../../specs/value.ts';
import type { Context } from '../../context.ts';
import { decimalOf, mul, mulInt, quo, truncateInt } from '../decimal.ts';
import { decimal } from '../decimal-text.ts';
import type { RankedValidator } from '../staking/ranking.ts';
import { govParamsOf } from './params.ts';
import { deleteVotes } from './proposals.ts';

/** The result of a tally. */
export interface Tally {
  readonly passes: boolean;
  /** Whether the deposits are burnt instead of refunded. */
  readonly burns: boolean;
  readonly result: TallyRow;
}

type Counts = Record<Exclude<VoteOption, 'VOTE_OPTION_UNSPECIFIED'>, Dec>;

/** A validator whose power votes, and the shares whose owners vote for themselves. */
interface Elector extends RankedValidator {
  ownVoters: Dec;
}

/**
 * Counts the votes, which are forgotten. Each share of a validator of the electorate has one voice: that of its owner
 * if the owner has voted, else that of the validator's operator if this one has.
 */
export function tally(context: Context, electorate: readonly RankedValidator[], proposal: ProposalRow): Tally {
  const cast = votesOn(context, proposal.id);
  deleteVotes(context, proposal.id);
  const counts: Counts = {
    VOTE_OPTION_YES: 0n,
    VOTE_OPTION_ABSTAIN: 0n,
    VOTE_OPTION_NO: 0n,
    VOTE_OPTION_NO_WITH_VETO: 0n,
  };
  const voted = count(context, electorate, cast, counts);
  const bonded = electorate.reduce((sum, { validator }) => sum + validator.tokens, 0n);
  return { ...outcome(context, proposal.expedited, counts, voted, bonded), result: resultOf(counts) };
}

/** Adds up the power for each option, and returns the sum. */
function count(
  context: Context,
  electorate: readonly RankedValidator[],
  cast: ReadonlyMap<Hex, VoteRow>,
  counts: Counts,
): Dec {
  const electors = new Map<Hex, Elector>(electorate.map((one) => [one.operator, { ...one, ownVoters: 0n }]));
  let voted = 0n;
  const add = (power: Dec, { options }: VoteRow): void => {
    for (const { option, weight } of options) {
      if (option !== 'VOTE_OPTION_UNSPECIFIED') counts[option] += mul(power, decimal(weight));
    }
    voted += power;
  };
  if (cast.size === 0) return voted;
  for (const [key, { shares }] of context.draft.entries(delegations)) {
    const separator = key.indexOf('/');
    const vote = cast.get(key.slice(0, separator));
    const elector = electors.get(key.slice(separator + 1));
    if (vote === undefined || elector === undefined) continue;
    elector.ownVoters += shares;
    add(powerOf(elector, shares), vote);
  }
  for (const elector of electors.values()) {
    const vote = cast.get(elector.operator);
    if (vote !== undefined) add(powerOf(elector, elector.validator.delegator_shares - elector.ownVoters), vote);
  }
  return voted;
}

/** The tokens behind some shares of a validator. */
function powerOf({ validator }: RankedValidator, shares: Dec): Dec {
  return quo(mulInt(shares, validator.tokens), validator.delegator_shares);
}

/** Quorum, then whether anybody did more than abstain, then the veto, then the majority of the others. */
function outcome(
  context: Context,
  expedited: boolean,
  counts: Counts,
  voted: Dec,
  bonded: bigint,
): Pick<Tally, 'passes' | 'burns'> {
  const params = govParamsOf(context);
  if (bonded === 0n) return { passes: false, burns: false };
  if (quo(voted, decimalOf(bonded)) < decimal(params.quorum)) return { passes: false, burns: params.burn_vote_quorum };
  const decided = voted - counts.VOTE_OPTION_ABSTAIN;
  if (decided === 0n) return { passes: false, burns: false };
  if (quo(counts.VOTE_OPTION_NO_WITH_VETO, voted) > decimal(params.veto_threshold)) {
    return { passes: false, burns: params.burn_vote_veto };
  }
  const threshold = decimal(expedited ? params.expedited_threshold : params.threshold);
  return { passes: quo(counts.VOTE_OPTION_YES, decided) > threshold, burns: false };
}

function votesOn({ draft }: Context, id: bigint): ReadonlyMap<Hex, VoteRow> {
  const prefix = `${id}/`;
  const cast = new Map<Hex, VoteRow>();
  for (const [key, row] of draft.entries(votes)) if (key.startsWith(prefix)) cast.set(key.slice(prefix.length), row);
  return cast;
}

function resultOf(counts: Counts): TallyRow {
  return {
    yes_count: truncateInt(counts.VOTE_OPTION_YES).toString(),
    abstain_count: truncateInt(counts.VOTE_OPTION_ABSTAIN).toString(),
    no_count: truncateInt(counts.VOTE_OPTION_NO).toString(),
    no_with_veto_count: truncateInt(counts.VOTE_OPTION_NO_WITH_VETO).toString(),
  };
}
