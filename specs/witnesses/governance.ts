import type { Message } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { govParams, proposals, votes, type ProposalRow } from '../tables/gov.ts';
import { providerParams } from '../tables/provider.ts';
import { slashingParams } from '../tables/slashing.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import { answered, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

const SUBMIT = '/cosmos.gov.v1.MsgSubmitProposal';
const DEPOSIT = '/cosmos.gov.v1.MsgDeposit';
const VOTE = '/cosmos.gov.v1.MsgVote';
const WEIGHTED = '/cosmos.gov.v1.MsgVoteWeighted';
const CANCEL = '/cosmos.gov.v1.MsgCancelProposal';

/** Proposals, from the first deposit to their end. */
export const GOVERNANCE_WITNESSES: readonly Witness[] = [
  witness(
    'proposal-submitted',
    SUBMIT,
    'A proposal was submitted and waits for more deposits.',
    onProvider((event) => wrote(event, ({ status }) => status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD')),
  ),
  witness(
    'voting-started-by-deposit',
    DEPOSIT,
    'A later deposit started the voting period of a proposal.',
    onProvider(
      (event) =>
        succeeded(event, DEPOSIT) &&
        wrote(event, (row) => row.voting_start_time === event.block.time && row.submit_time < event.block.time),
    ),
  ),
  witness(
    'proposal-passed',
    'SDK x/gov',
    'A proposal passed, and all its messages were executed.',
    onProvider((event) => wrote(event, ({ status }) => status === 'PROPOSAL_STATUS_PASSED')),
  ),
  witness(
    'proposal-of-several-passed',
    'SDK x/gov',
    'A proposal with several messages passed.',
    onProvider((event) =>
      wrote(event, ({ status, messages }) => status === 'PROPOSAL_STATUS_PASSED' && messages.length > 1),
    ),
  ),
  witness(
    'one-of-several-failed',
    'SDK x/gov',
    'A proposal with several messages was accepted, and was rolled back because one message failed.',
    onProvider((event) =>
      wrote(event, ({ status, messages }) => status === 'PROPOSAL_STATUS_FAILED' && messages.length > 1),
    ),
  ),
  witness(
    'proposal-rejected',
    'SDK x/gov',
    'A proposal was rejected by the voters, or missed the quorum.',
    onProvider((event) => wrote(event, ({ status }) => status === 'PROPOSAL_STATUS_REJECTED')),
  ),
  witness(
    'proposal-vetoed',
    'SDK x/gov',
    'More than a third of the votes vetoed a proposal, and its deposit was burned.',
    onProvider((event) =>
      wrote(event, ({ status, final_tally_result: tally }) => {
        const all = Object.values(tally).reduce((sum, count) => sum + BigInt(count), 0n);
        return status === 'PROPOSAL_STATUS_REJECTED' && BigInt(tally.no_with_veto_count) * 3n > all;
      }),
    ),
  ),
  witness(
    'expedited-proposal-passed',
    'SDK x/gov',
    'An expedited proposal passed in its shorter voting period.',
    onProvider((event) => wrote(event, (row) => row.status === 'PROPOSAL_STATUS_PASSED' && row.expedited)),
  ),
  witness(
    'expedited-proposal-became-regular',
    'SDK x/gov',
    'An expedited proposal did not pass in time and became a regular proposal.',
    onProvider((event) =>
      wrote(
        event,
        (row) =>
          row.status === 'PROPOSAL_STATUS_VOTING_PERIOD' &&
          !row.expedited &&
          row.voting_start_time !== event.block.time &&
          !succeeded(event, DEPOSIT),
      ),
    ),
  ),
  witness(
    'proposal-dropped',
    'SDK x/gov',
    'A proposal was dropped because it did not get enough deposits in time.',
    onProvider((event) => deleted(event) && !succeeded(event, CANCEL)),
  ),
  witness(
    'proposal-cancelled',
    CANCEL,
    'A proposer cancelled its proposal.',
    onProvider((event) => succeeded(event, CANCEL)),
  ),
  witness(
    'cancellation-of-another-refused',
    CANCEL,
    'An account that is not the proposer could not cancel a proposal.',
    onProvider((event) => refused(event, CANCEL, 'gov', 18)),
  ),
  witness(
    'split-vote',
    WEIGHTED,
    'A weighted vote was split between several options.',
    onProvider((event) => changesOf(event, votes).some(({ row }) => row !== undefined && row.options.length > 1)),
  ),
  witness(
    'vote-refused',
    VOTE,
    'A vote on a proposal that is not in its voting period was refused.',
    onProvider((event) => refused(event, VOTE, 'gov', 3) || refused(event, WEIGHTED, 'gov', 3)),
  ),
  witness(
    'invalid-vote-refused',
    WEIGHTED,
    'A vote was refused because its option is invalid or its weights do not add up to one.',
    onProvider((event) => refused(event, VOTE, 'gov', 7) || refused(event, WEIGHTED, 'gov', 7)),
  ),
  witness(
    'small-deposit-refused',
    DEPOSIT,
    'A deposit of less than a hundredth of the minimum was refused.',
    onProvider((event) => refused(event, DEPOSIT, 'gov', 16) || refused(event, SUBMIT, 'gov', 16)),
  ),
  witness(
    'proposed-message-malformed',
    SUBMIT,
    'A proposal with a malformed message was refused.',
    onProvider((event) => refused(event, SUBMIT, 'gov', 12)),
  ),
  witness(
    'proposed-message-of-another',
    SUBMIT,
    'A proposal was refused because governance is not the signer of its message.',
    onProvider((event) => refused(event, SUBMIT, 'gov', 13)),
  ),
  witness(
    'parameters-without-authority-refused',
    'MsgUpdateParams',
    'An account that is not governance tried to change parameters.',
    onProvider((event) => isParameterChange(event, 'gov', 13)),
  ),
  witness(
    'governance-forged',
    'SDK x/auth (ante)',
    'An account signed a message whose authority is governance.',
    onProvider((event) => isParameterChange(event, 'sdk', 8)),
  ),
  witness(
    'provider-parameters-changed',
    'interchain_security.ccv.provider.v1.MsgUpdateParams',
    'Governance changed the parameters of the provider module.',
    onProvider((event) => changesOf(event, providerParams).length > 0 && event.block.height > 1n),
  ),
  witness(
    'staking-parameters-changed',
    'cosmos.staking.v1beta1.MsgUpdateParams',
    'Governance changed the parameters of the staking module.',
    onProvider((event) => changesOf(event, stakingParams).length > 0 && event.block.height > 1n),
  ),
  witness(
    'slashing-parameters-changed',
    'cosmos.slashing.v1beta1.MsgUpdateParams',
    'Governance changed the parameters of the slashing module.',
    onProvider((event) => changesOf(event, slashingParams).length > 0 && event.block.height > 1n),
  ),
  witness(
    'governance-parameters-changed',
    'cosmos.gov.v1.MsgUpdateParams',
    'Governance changed its own parameters.',
    onProvider((event) => changesOf(event, govParams).length > 0 && event.block.height > 1n),
  ),
];

function wrote(event: BlockEvent, holds: (row: ProposalRow) => boolean): boolean {
  return changesOf(event, proposals).some(({ row }) => row !== undefined && holds(row));
}

function deleted(event: BlockEvent): boolean {
  return changesOf(event, proposals).some(({ row }) => row === undefined);
}

function isParameterChange(event: BlockEvent, codespace: string, code: number): boolean {
  const types = new Set(event.block.txs.flatMap(({ messages }) => messages.map(typeOf)));
  return [...types].some(
    (type) =>
      type.endsWith('.MsgUpdateParams') &&
      answered(event, type, (result) => result.codespace === codespace && result.code === code),
  );
}

function typeOf(message: Message): string {
  return message['@type'];
}
