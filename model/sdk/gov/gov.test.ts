import { SINGLETON } from '../../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../specs/block.ts';
import { deposits, govParams, proposals, votes, type ProposalRow } from '../../../specs/tables/gov.ts';
import { account, ALICE, BOB, CAROL, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { authority } from '../authority.ts';
import { balanceOf } from '../bank/balances.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { GOV_PARAMS } from './testing.ts';

const START_BALANCE = 1_000_000_000n;

function govMessage(name: string, fields: Omit<Message, '@type'>): Message {
  return { '@type': `/cosmos.gov.v1.${name}`, ...fields };
}

function submission(fields: Omit<Message, '@type'> = {}): Message {
  return govMessage('MsgSubmitProposal', {
    messages: [],
    initial_deposit: [stake(1_000n)],
    proposer: account(CAROL),
    metadata: 'words',
    title: 'p0',
    summary: 'a proposal',
    expedited: false,
    ...fields,
  });
}

function vote(voter: string, option: string): Message {
  return govMessage('MsgVote', {
    proposal_id: 1n,
    voter: account(voter),
    option: `VOTE_OPTION_${option}`,
    metadata: '',
  });
}

function deposit(amount: bigint, denom = 'stake'): Message {
  return govMessage('MsgDeposit', { proposal_id: 1n, depositor: account(BOB), amount: [stake(amount, denom)] });
}

/** A chain with a proposal, and the votes on it. */
function voted(fields: Omit<Message, '@type'>, ...cast: readonly (readonly [string, string])[]): SdkChain {
  const chain = new SdkChain();
  chain.begin();
  chain.send(submission(fields));
  for (const [voter, option] of cast) chain.send(vote(voter, option));
  return chain;
}

function proposal(chain: SdkChain): ProposalRow | undefined {
  return chain.context.draft.get(proposals, proposals.key(1n));
}

function spent(chain: SdkChain): bigint {
  return START_BALANCE - balanceOf(chain.context, CAROL, 'stake');
}

/** A message that governance sends some of its own coins with: it has the deposits of others. */
function payment(chain: SdkChain, amount: bigint): Message {
  const from_address = authority(chain.context);
  return { '@type': '/cosmos.bank.v1beta1.MsgSend', from_address, to_address: account(ALICE), amount: [stake(amount)] };
}

describe('a proposal', () => {
  test('waits for its deposit and is voted on when it suffices', () => {
    const chain = voted({ initial_deposit: [stake(400n)] });
    expect(proposal(chain)?.status).toBe('PROPOSAL_STATUS_DEPOSIT_PERIOD');
    chain.next();
    chain.send(deposit(600n));
    expect(proposal(chain)).toMatchObject({
      status: 'PROPOSAL_STATUS_VOTING_PERIOD',
      total_deposit: [stake(1_000n)],
      voting_start_time: chain.context.block.time,
    });
  });

  test('whose deposit does not suffice in time is dropped, and the deposit given back', () => {
    const chain = voted({ initial_deposit: [stake(400n)] });
    chain.next(10n);
    expect(spent(chain)).toBe(400n);
    chain.end();
    expect(proposal(chain)).toBeUndefined();
    expect(spent(chain)).toBe(0n);
  });

  test('passes with more than half of the votes, of which a delegator casts its own', () => {
    const chain = voted({}, [ALICE, 'YES'], [BOB, 'NO']);
    chain.send(
      stakingMessage('MsgDelegate', {
        delegator_address: account(CAROL),
        validator_address: valoper(BOB),
        amount: stake(1n),
      }),
    );
    chain.send(vote(CAROL, 'YES'));
    chain.next(10n);
    chain.end();
    const expected = { yes_count: '10000001', abstain_count: '0', no_count: '10000000', no_with_veto_count: '0' };
    expect(proposal(chain)).toMatchObject({ status: 'PROPOSAL_STATUS_PASSED', final_tally_result: expected });
    expect([...chain.context.draft.entries(votes)]).toEqual([]);
    expect([...chain.context.draft.entries(deposits)]).toEqual([]);
  });

  test('with exactly half of the votes is rejected', () => {
    const chain = voted({}, [ALICE, 'YES'], [BOB, 'NO']);
    chain.next(10n);
    chain.end();
    expect(proposal(chain)?.status).toBe('PROPOSAL_STATUS_REJECTED');
    expect(spent(chain)).toBe(0n);
  });

  test('without a quorum, or when all abstain, is rejected', () => {
    for (const cast of [[], [[ALICE, 'ABSTAIN']]] as const) {
      const chain = voted({}, ...cast);
      chain.next(10n);
      chain.end();
      expect(proposal(chain)?.status).toBe('PROPOSAL_STATUS_REJECTED');
    }
  });

  test('that is vetoed loses its deposit', () => {
    const chain = voted({}, [ALICE, 'YES'], [BOB, 'NO_WITH_VETO']);
    chain.next(10n);
    chain.end();
    expect(proposal(chain)?.status).toBe('PROPOSAL_STATUS_REJECTED');
    expect(spent(chain)).toBe(1_000n);
    expect(balanceOf(chain.context, moduleAddress('gov'), 'stake')).toBe(0n);
  });

  test('of several messages does nothing when one of them fails', () => {
    const chain = new SdkChain();
    chain.begin();
    const messages = [payment(chain, 100n), payment(chain, 10n ** 12n)];
    chain.send(submission({ messages }));
    chain.send(submission({ initial_deposit: [stake(500n)] }));
    chain.send(vote(ALICE, 'YES'));
    chain.next(10n);
    chain.end();
    expect(proposal(chain)?.status).toBe('PROPOSAL_STATUS_FAILED');
    expect(balanceOf(chain.context, ALICE, 'stake')).toBe(START_BALANCE - 10_000_000n);
  });

  test('that is expedited and does not pass becomes a regular one', () => {
    const chain = voted({ initial_deposit: [stake(5_000n)], expedited: true }, [ALICE, 'YES'], [BOB, 'NO']);
    const start = chain.context.block.time;
    chain.next(5n);
    chain.end();
    expect(proposal(chain)).toMatchObject({ expedited: false, voting_end_time: start + 10_000_000_000n });
    expect(spent(chain)).toBe(5_000n);
    chain.begin(5n);
    chain.end();
    expect(proposal(chain)?.status).toBe('PROPOSAL_STATUS_REJECTED');
  });

  test('that is cancelled costs half of its deposit', () => {
    const chain = voted({}, [ALICE, 'YES']);
    chain.send(govMessage('MsgCancelProposal', { proposal_id: 1n, proposer: account(CAROL) }));
    expect(proposal(chain)).toBeUndefined();
    expect(spent(chain)).toBe(500n);
  });
});

/** A proposal that waits for its deposit, of which governance adds this much to the one of CAROL. */
function depositedOn(amount: bigint, fields: Omit<Message, '@type'> = {}): SdkChain {
  const chain = voted({ initial_deposit: [stake(400n)], ...fields });
  const depositor = authority(chain.context);
  chain.send(govMessage('MsgDeposit', { proposal_id: 1n, depositor, amount: [stake(amount)] }));
  return chain;
}

describe('a deposit of governance', () => {
  test('counts, though it moves no coins', () => {
    const chain = depositedOn(500n, { initial_deposit: [stake(500n)] });
    expect(proposal(chain)?.status).toBe('PROPOSAL_STATUS_VOTING_PERIOD');
    expect(balanceOf(chain.context, moduleAddress('gov'), 'stake')).toBe(500n);
  });

  test('is forgotten when the proposal is dropped, and the others get theirs back', () => {
    const chain = depositedOn(100n);
    chain.next(10n);
    chain.end();
    expect(proposal(chain)).toBeUndefined();
    expect([...chain.context.draft.entries(deposits)]).toEqual([]);
    expect(spent(chain)).toBe(0n);
    expect(balanceOf(chain.context, moduleAddress('gov'), 'stake')).toBe(0n);
  });
});

describe('what is refused', () => {
  test.each([
    ['no title', { title: '' }, 'sdk/18'],
    ['no summary', { summary: '' }, 'sdk/18'],
    ['nothing', { metadata: '' }, 'gov/11'],
    ['another title in the metadata', { metadata: '{"title":"x","summary":"a proposal"}' }, 'gov/5'],
    ['metadata that are too long', { metadata: 'x'.repeat(256) }, 'gov/15'],
    ['a summary that is too long', { summary: 'x'.repeat(10_201) }, 'gov/22'],
    ['no deposit', { initial_deposit: [] }, 'gov/16'],
    ['another denomination', { initial_deposit: [stake(1n, 'atom')] }, 'gov/23'],
    ['a message of somebody else', { messages: [vote(CAROL, 'YES')] }, 'gov/13'],
    ['a message of nobody', { messages: [{ '@type': '/a.b.MsgC', signer: 'nobody' }] }, 'undefined/1'],
  ])('a proposal with %s', (_, fields, code) => {
    const chain = new SdkChain();
    chain.begin();
    expect(chain.codeOf(submission(fields))).toBe(code);
  });

  test('a message that no module handles', () => {
    const chain = new SdkChain();
    chain.begin();
    const messages = [{ '@type': '/a.b.MsgC', signer: authority(chain.context) }];
    expect(chain.codeOf(submission({ messages }))).toBe('gov/10');
  });

  test('deposits and votes when nothing is open, and deposits that are too small', () => {
    const chain = voted({ initial_deposit: [stake(400n)] });
    expect(chain.codeOf(vote(ALICE, 'YES'))).toBe('gov/3');
    expect(chain.codeOf(deposit(9n))).toBe('gov/16');
    expect(chain.codeOf(deposit(0n))).toBe('sdk/10');
    expect(chain.codeOf(deposit(600n))).toBe('ok');
    expect(chain.codeOf(vote(ALICE, 'UNSPECIFIED'))).toBe('gov/7');
    chain.next(10n);
    chain.end();
    expect(chain.codeOf(deposit(600n))).toBe('gov/3');
  });

  test.each([
    [[], 'sdk/18'],
    [[['YES', '0.5']], 'gov/7'],
    [
      [
        ['YES', '0.5'],
        ['YES', '0.5'],
      ],
      'gov/7',
    ],
    [[['YES', '1.1']], 'gov/7'],
    [
      [
        ['YES', '0.5'],
        ['NO', '0.5'],
      ],
      'ok',
    ],
  ])('weights of %o: %s', (options, code) => {
    const chain = voted({});
    const message = govMessage('MsgVoteWeighted', {
      proposal_id: 1n,
      voter: account(ALICE),
      options: options.map(([option, weight]) => ({ option: `VOTE_OPTION_${option}`, weight: weight ?? '' })),
      metadata: '',
    });
    expect(chain.codeOf(message)).toBe(code);
  });

  test('a cancellation by somebody else, of nothing, and of what is over', () => {
    const chain = voted({});
    const cancel = (id: bigint, by: string) =>
      chain.codeOf(govMessage('MsgCancelProposal', { proposal_id: id, proposer: account(by) }));
    expect(cancel(1n, BOB)).toBe('gov/18');
    expect(cancel(2n, BOB)).toBe('undefined/1');
    chain.next(11n);
    expect(cancel(1n, CAROL)).toBe('gov/20');
    chain.end();
    expect(cancel(1n, CAROL)).toBe('gov/21');
  });

  test.each([
    ['a quorum above one', { quorum: '1.1' }],
    ['no threshold', { threshold: '0' }],
    ['a threshold above that of what is urgent', { threshold: '0.7' }],
    ['no voting period', { voting_period: 0n }],
    ['a voting period as short as that of what is urgent', { voting_period: GOV_PARAMS.expedited_voting_period }],
    ['no minimum deposit', { min_deposit: [] }],
    ['a minimum deposit as large as that of what is urgent', { min_deposit: GOV_PARAMS.expedited_min_deposit }],
  ])('parameters with %s', (_, change) => {
    const chain = new SdkChain();
    const params = { ...GOV_PARAMS, ...change };
    const message = (by: string) => govMessage('MsgUpdateParams', { authority: by, params });
    expect(chain.codeOf(message(account(ALICE)))).toBe('gov/13');
    expect(chain.codeOf(message(authority(chain.context)))).toBe('undefined/1');
    expect(chain.context.draft.get(govParams, SINGLETON)).toBe(GOV_PARAMS);
  });
});
