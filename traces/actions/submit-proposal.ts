import * as fc from 'fast-check';
import type { ChainName } from '../../specs/block.ts';
import type { SubmitProposalAction } from '../../specs/generated/trace.ts';
import { txOf, type ActionKind } from './action.ts';
import { messageOf, someContent } from '../contents/index.ts';
import { present, rarely, someAccount } from '../draw/index.ts';
import { accountName, amount, denom, proposalName, shared } from '../format/fields.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { onSomeChain, stakersChain, stakersOn } from '../messages/stakers.ts';
import { openProposals, proposals } from '../view/index.ts';
import type { World } from '../world/world.ts';

const TYPE = '/cosmos.gov.v1.MsgSubmitProposal';

/** What can be wrong or unusual in the title, summary or metadata of a proposal. */
const WORDS = [
  'no-title',
  'no-summary',
  'long-title',
  'long-summary',
  'long-metadata',
  'same-title',
  'other-title',
  'other-summary',
  'plain',
] as const;

const SUMMARY = 'A proposal';

interface Words {
  readonly title: string;
  readonly summary: string;
  readonly metadata: string;
}

/** `cosmos.gov.v1.MsgSubmitProposal`. */
export const submitProposal: ActionKind<SubmitProposalAction> = {
  kind: 'submit-proposal',
  title: 'SubmitProposalAction',
  describes: 'An account submits a proposal (MsgSubmitProposal).',
  sends: [TYPE],
  fields: {
    proposal: { ...proposalName, description: 'The name of the proposal, which is its title.' },
    by: accountName,
    contents: { type: 'array', items: shared('Content'), maxItems: 80 },
    deposit: amount,
    denom,
    expedited: { type: 'boolean' },
    words: { enum: WORDS, description: 'What is unusual in its title, summary or metadata.' },
    chain: stakersChain,
  },
  optional: ['denom', 'expedited', 'words', 'chain'],
  weight: (world) => (openProposals(world).length > 3 ? 0.3 : 2),
  draw: (world) =>
    onSomeChain(
      world,
      fc
        .record({
          kind: fc.constant('submit-proposal' as const),
          proposal: fc.constant(nextName(world)),
          by: someAccount(world),
          contents: fc.array(someContent(world), { minLength: 0, maxLength: 3, size: 'max' }),
          deposit: someDeposit,
          denom: rarely(3, fc.constant('nothing')),
          expedited: rarely(25, fc.boolean()),
          words: rarely(12, fc.constantFrom(...WORDS)),
        })
        .map(present),
    ),
  plan(world, { proposal, by, contents, deposit, denom = BOND_DENOM, expedited = false, words, chain }) {
    const { prefix, account, send } = stakersOn(world, chain);
    const { title, summary, metadata } = wordsOf(proposal, words);
    return send(
      txOf(by, {
        '@type': TYPE,
        messages: contents.map((content) => messageOf(world, content, 'gov', prefix)),
        initial_deposit: deposit === '0' ? [] : [{ denom, amount: BigInt(deposit) }],
        proposer: account(by),
        metadata,
        title,
        summary,
        expedited,
      }),
    );
  },
};

/** The minimum deposit, that of an expedited proposal, one less, the least initial deposit, and less than that. */
export const someDeposit: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('10000000', '50000000') },
  { weight: 3, arbitrary: fc.constantFrom('9999999', '100000', '500000', '5000000') },
  { weight: 1, arbitrary: fc.constantFrom('0', '1', '99999', '1000000000000000') },
);

/** The next unused name of a proposal. */
export function nextName(world: World, chain?: ChainName): string {
  const taken = new Set(proposals(world, chain).map(({ name }) => name));
  for (let i = 0; ; i++) if (!taken.has(`p${i}`)) return `p${i}`;
}

function wordsOf(title: string, words: SubmitProposalAction['words']): Words {
  const usual = { title, summary: SUMMARY, metadata: '' };
  switch (words) {
    case undefined:
      return usual;
    case 'no-title':
      return { ...usual, title: '' };
    case 'no-summary':
      return { ...usual, summary: '' };
    case 'long-title':
      return { ...usual, title: 'x'.repeat(256) };
    case 'long-summary':
      return { ...usual, summary: 'x'.repeat(40 * 255 + 1) };
    case 'long-metadata':
      return { ...usual, metadata: 'x'.repeat(256) };
    case 'same-title':
      return { ...usual, metadata: JSON.stringify({ title, summary: SUMMARY }) };
    case 'other-title':
      return { ...usual, metadata: JSON.stringify({ title: 'x', summary: SUMMARY }) };
    case 'other-summary':
      return { ...usual, metadata: JSON.stringify({ title, summary: 'x' }) };
    case 'plain':
      return { ...usual, metadata: 'words that are no JSON' };
  }
}
