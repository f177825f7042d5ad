import { SINGLETON } from '../../../specs/key.ts';
import type { Coin, Message } from '../../../specs/block.ts';
import { inactiveProposals, nextProposalId } from '../../../specs/tables/gov.ts';
import { addressOf, bech32 } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Router } from '../../router.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { signersOf } from '../auth/signers.ts';
import { ensure, isPanic, refuse } from '../errors.ts';
import { addDeposit, checkDepositDenoms, checkInitialDeposit } from './deposits.ts';
import { checkMetadata, checkSummary, checkTexts } from './metadata.ts';
import { govParamsOf } from './params.ts';
import { queue, saveProposal } from './proposals.ts';

/** `cosmos.gov.v1.MsgSubmitProposal`. */
export type MsgSubmitProposal = MessageOf<{
  readonly messages: readonly Message[];
  readonly initial_deposit: readonly Coin[];
  readonly proposer: string;
  readonly metadata: string;
  readonly title: string;
  readonly summary: string;
  readonly expedited: boolean;
}>;

const NO_VOTES = { yes_count: '0', abstain_count: '0', no_count: '0', no_with_veto_count: '0' };

/** Handles `MsgSubmitProposal`: whether its messages will do what they say shows only when they are carried out. */
export function submitProposal(context: Context, router: Router, message: MsgSubmitProposal): void {
  const { messages, initial_deposit: amount, metadata, title, summary, expedited } = message;
  const proposer = addressOf(context.bech32Prefix, message.proposer);
  checkTexts(title, summary);
  ensure(proposer !== undefined, 'invalidAddress', `${message.proposer} is no address`);
  ensure(messages.length > 0 || metadata !== '', 'noProposalMessages', 'nothing is proposed');
  checkMetadata(metadata, title, summary);
  const params = govParamsOf(context);
  checkInitialDeposit(params, amount, expedited);
  checkDepositDenoms(params, amount);
  checkSummary(metadata, title, summary);
  for (const proposed of messages) checkProposed(context, router, proposed);

  const { draft, block } = context;
  const id = draft.get(nextProposalId, SINGLETON) ?? 1n;
  draft.set(nextProposalId, SINGLETON, id + 1n);
  const depositEnd = block.time + (params.max_deposit_period ?? 0n);
  saveProposal(context, {
    id,
    messages,
    status: 'PROPOSAL_STATUS_DEPOSIT_PERIOD',
    final_tally_result: NO_VOTES,
    submit_time: block.time,
    deposit_end_time: depositEnd,
    total_deposit: [],
    voting_start_time: null,
    voting_end_time: null,
    metadata,
    title,
    summary,
    proposer: bech32(context.bech32Prefix, proposer),
    expedited,
  });
  queue(context, inactiveProposals, depositEnd, id);
  addDeposit(context, id, proposer, amount);
}

/** A message must be well formed, signed by governance alone, and for a module of the chain. */
function checkProposed(context: Context, router: Router, message: Message): void {
  checkForm(context, router, message);
  const signers = signersOf(context, [message]);
  const isGoverned = signers.length === 1 && signers[0] === moduleAddress('gov');
  ensure(isGoverned, 'wrongAuthority', 'governance would not sign a message');
  ensure(router.knows(message['@type']), 'unroutableProposalMessage', 'a message is for nobody');
}

function checkForm({ features }: Context, router: Router, message: Message): void {
  try {
    router.check(message, features);
  } catch (error) {
    if (!(error instanceof Refusal) || isPanic(error)) throw error;
    refuse('invalidProposalMessage', error.message);
  }
}
