import { describe, expect, test } from 'vitest';
import { balanceOf } from '../bank/balances.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { decimalOf } from '../decimal.ts';
import { account, ALICE, BOB, CAROL, ERIN, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { sharesOf } from './delegations.ts';
import { lastPowerOf, lastTotalPowerOf } from './last-set.ts';
import { saveValidator, validatorAt } from './validators.ts';

function delegation(delegator: string, operator: string, amount: bigint, denom = 'stake') {
  return stakingMessage('MsgDelegate', {
    delegator_address: account(delegator),
    validator_address: valoper(operator),
    amount: stake(amount, denom),
  });
}

describe('MsgDelegate', () => {
  test('moves tokens to the pool of the bonded and counts at the end of the block', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(delegation(CAROL, ALICE, 2_500_000n));
    expect(sharesOf(chain.context, CAROL, ALICE)).toBe(decimalOf(2_500_000n));
    expect(balanceOf(chain.context, CAROL, 'stake')).toBe(997_500_000n);
    expect(balanceOf(chain.context, moduleAddress('bonded_tokens_pool'), 'stake')).toBe(22_500_000n);
    expect(lastPowerOf(chain.context, ALICE)).toBe(10n);
    chain.end();
    expect(lastPowerOf(chain.context, ALICE)).toBe(12n);
    expect(lastTotalPowerOf(chain.context)).toBe(22n);
  });

  test('adds to a delegation that there is', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(delegation(ALICE, ALICE, 1n));
    expect(sharesOf(chain.context, ALICE, ALICE)).toBe(decimalOf(10_000_001n));
  });

  test.each([
    ['an amount of nothing', delegation(CAROL, ALICE, 0n), 'sdk/18'],
    ['a negative amount', delegation(CAROL, ALICE, -1n), 'sdk/18'],
    ['a malformed denomination', delegation(CAROL, ALICE, 1n, ''), 'sdk/18'],
    ['another denomination', delegation(CAROL, ALICE, 1n, 'other'), 'sdk/18'],
    ['an unknown validator', delegation(CAROL, CAROL, 1n), 'staking/3'],
    ['more than the account has', delegation(CAROL, ALICE, 1_000_000_001n), 'sdk/5'],
    ['an account that does not exist', delegation(ERIN, ALICE, 1n), 'sdk/5'],
    ['a malformed validator', { ...delegation(CAROL, ALICE, 1n), validator_address: 'x' }, 'sdk/7'],
    ['a malformed delegator', { ...delegation(CAROL, ALICE, 1n), delegator_address: valoper(CAROL) }, 'sdk/7'],
  ])('refuses %s', (_, message, code) => {
    const chain = new SdkChain();
    chain.begin();
    expect(chain.codeOf(message)).toBe(code);
  });

  test('refuses a validator whose shares are worth nothing', () => {
    const chain = new SdkChain();
    chain.begin();
    saveValidator(chain.context, BOB, { ...validatorAt(chain.context, BOB), tokens: 0n });
    expect(chain.codeOf(delegation(CAROL, BOB, 1n))).toBe('staking/34');
  });
});
