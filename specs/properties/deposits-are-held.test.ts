import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { moduleAddress } from '../module-address.ts';
import { balances } from '../tables/bank.ts';
import { deposits, proposals, type ProposalRow } from '../tables/gov.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story } from '../testing/story.ts';
import { depositsAreHeld } from './deposits-are-held.ts';

const deposit = (proposal: number, amount: bigint): RowChange =>
  put(deposits, deposits.key(BigInt(proposal), 'aa'), {
    proposal_id: BigInt(proposal),
    depositor: 'aa',
    amount: [{ denom: 'stake', amount }],
  });
const held = (amount: bigint): RowChange => put(balances, balances.key(moduleAddress('gov'), 'stake'), amount);

function check(...blocks: readonly (readonly RowChange[])[]) {
  const story = new Story().start('provider');
  for (const rows of blocks) story.block('provider', { rows });
  return firstViolation(depositsAreHeld, story.events)?.because;
}

const first = [deposit(1, 7n), deposit(2, 5n), held(12n)];

describe('deposits are held', () => {
  test('accepts that governance holds all deposits, or more', () => {
    expect(check(first, [drop(deposits, deposits.key(1n, 'aa')), held(5n)])).toBeUndefined();
    expect(check(first, [held(13n)])).toBeUndefined();
  });

  test('accepts less after a proposal has sent coins from the governance account', () => {
    const row = { status: 'PROPOSAL_STATUS_PASSED', messages: [{ '@type': '/cosmos.bank.v1beta1.MsgSend' }] };
    expect(check(first, [put(proposals, proposals.key(3n), row as unknown as ProposalRow), held(11n)])).toBeUndefined();
  });

  test('rejects a deposit that was not paid', () => {
    expect(check([deposit(1, 7n), held(6n)])).toBe('the deposits are 7stake; however governance holds 6');
  });

  test('rejects a deposit that is refunded and still recorded', () => {
    expect(check(first, [held(5n)])).toContain('however governance holds 5');
  });
});
