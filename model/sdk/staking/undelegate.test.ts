import { describe, expect, test } from 'vitest';
import { unbondingIndex, unbondingQueue, unbondingTypes } from '../../../specs/tables/staking/unbonding.ts';
import { balanceOf } from '../bank/balances.ts';
import { account, ALICE, CAROL, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { unbondingOf } from './undelegate.ts';
import { findValidator, validatorAt } from './validators.ts';

function pair(delegator: string, operator: string, amount: bigint) {
  return {
    delegator_address: account(delegator),
    validator_address: valoper(operator),
    amount: stake(amount),
  };
}

const undelegation = (...args: Parameters<typeof pair>) => stakingMessage('MsgUndelegate', pair(...args));
const cancellation = (creation_height: bigint, ...args: Parameters<typeof pair>) =>
  stakingMessage('MsgCancelUnbondingDelegation', { ...pair(...args), creation_height });

/** A chain in block 1, in which Carol has delegated to Alice. */
function chainWithDelegation(): SdkChain {
  const chain = new SdkChain();
  chain.begin();
  chain.send(stakingMessage('MsgDelegate', pair(CAROL, ALICE, 5_000_000n)));
  return chain;
}

describe('MsgUndelegate', () => {
  test('pays out when the unbonding time has passed, not a moment before', () => {
    const chain = chainWithDelegation();
    chain.send(undelegation(CAROL, ALICE, 2_000_000n));
    chain.next(99n);
    chain.next(0n);
    expect(balanceOf(chain.context, CAROL, 'stake')).toBe(995_000_000n);
    chain.next(1n);
    chain.end();
    expect(balanceOf(chain.context, CAROL, 'stake')).toBe(997_000_000n);
    expect(unbondingOf(chain.context, CAROL, ALICE)).toBeUndefined();
    expect(chain.context.draft.size(unbondingIndex)).toBe(0);
    expect(chain.context.draft.size(unbondingTypes)).toBe(1);
  });

  test('entries of one block are merged into one entry with two queue entries and two unbonding ids', () => {
    const chain = chainWithDelegation();
    chain.send(undelegation(CAROL, ALICE, 1n));
    chain.send(undelegation(CAROL, ALICE, 2n));
    const entries = unbondingOf(chain.context, CAROL, ALICE)?.entries;
    expect(entries).toMatchObject([{ balance: 3n, initial_balance: 3n, unbonding_id: 1n }]);
    const [queued] = [...chain.context.draft.entries(unbondingQueue)];
    expect(queued?.[1].pairs).toHaveLength(2);
    chain.next();
    chain.send(undelegation(CAROL, ALICE, 1n));
    expect(unbondingOf(chain.context, CAROL, ALICE)?.entries[1]?.unbonding_id).toBe(3n);
  });

  test('a validator that withdraws more than its minimum allows is jailed', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(undelegation(ALICE, ALICE, 9_000_001n));
    expect(validatorAt(chain.context, ALICE)).toMatchObject({ jailed: true, status: 'BOND_STATUS_BONDED' });
    chain.end();
    expect(validatorAt(chain.context, ALICE)).toMatchObject({ status: 'BOND_STATUS_UNBONDING', unbonding_ids: [2n] });
  });

  test('a validator without delegations is removed when it is unbonded', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(undelegation(ALICE, ALICE, 10_000_000n));
    chain.next(99n);
    expect(findValidator(chain.context, ALICE)).toBeDefined();
    chain.next(1n);
    chain.end();
    expect(findValidator(chain.context, ALICE)).toBeUndefined();
  });

  test.each([
    ['an amount of nothing', undelegation(CAROL, ALICE, 0n), 'sdk/18'],
    ['no delegation', undelegation(ALICE, CAROL, 1n), 'staking/3'],
    ['somebody who does not delegate', undelegation(CAROL, ALICE, 1n), 'staking/19'],
    ['more than was delegated', undelegation(ALICE, ALICE, 10_000_001n), 'sdk/18'],
    ['more than a decimal can hold', undelegation(ALICE, ALICE, 10n ** 75n), 'undefined/111222'],
  ])('refuses %s', (_, message, code) => {
    const chain = new SdkChain();
    chain.begin();
    expect(chain.codeOf(message)).toBe(code);
  });

  test('refuses more entries than are allowed', () => {
    const chain = chainWithDelegation();
    chain.send(undelegation(CAROL, ALICE, 1n));
    chain.next();
    chain.send(undelegation(CAROL, ALICE, 1n));
    expect(chain.codeOf(undelegation(CAROL, ALICE, 1n))).toBe('staking/27');
  });
});

describe('MsgCancelUnbondingDelegation', () => {
  test('delegates back, and leaves the unbonding id and the queue entry of a cancelled entry', () => {
    const chain = chainWithDelegation();
    chain.send(undelegation(CAROL, ALICE, 2_000_000n));
    chain.next();
    chain.send(cancellation(1n, CAROL, ALICE, 500_000n));
    expect(unbondingOf(chain.context, CAROL, ALICE)?.entries).toMatchObject([
      { balance: 1_500_000n, initial_balance: 1_500_000n },
    ]);
    chain.send(cancellation(1n, CAROL, ALICE, 1_500_000n));
    expect(unbondingOf(chain.context, CAROL, ALICE)).toBeUndefined();
    expect(chain.context.draft.size(unbondingIndex)).toBe(1);
    expect(chain.context.draft.size(unbondingQueue)).toBe(1);
    expect(validatorAt(chain.context, ALICE).tokens).toBe(15_000_000n);
    chain.next(100n);
    chain.end();
    expect(balanceOf(chain.context, CAROL, 'stake')).toBe(995_000_000n);
  });

  test.each([
    ['an amount of nothing', cancellation(1n, CAROL, ALICE, 0n), 'sdk/18'],
    ['a height of nothing', cancellation(0n, CAROL, ALICE, 1n), 'sdk/18'],
    ['an unknown validator', cancellation(1n, CAROL, CAROL, 1n), 'staking/3'],
    ['nothing that unbonds', cancellation(1n, ALICE, ALICE, 1n), 'undefined/1'],
    ['another height', cancellation(2n, CAROL, ALICE, 1n), 'sdk/38'],
    ['more than unbonds', cancellation(1n, CAROL, ALICE, 3n), 'sdk/18'],
  ])('refuses %s', (_, message, code) => {
    const chain = chainWithDelegation();
    chain.send(undelegation(CAROL, ALICE, 2n));
    expect(chain.codeOf(message)).toBe(code);
  });

  test('refuses a jailed validator', () => {
    const chain = chainWithDelegation();
    chain.send(undelegation(CAROL, ALICE, 2n));
    chain.send(undelegation(ALICE, ALICE, 10_000_000n));
    expect(chain.codeOf(cancellation(1n, CAROL, ALICE, 1n))).toBe('staking/7');
  });
});
