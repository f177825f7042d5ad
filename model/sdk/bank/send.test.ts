import { describe, expect, test } from 'vitest';
import { balances, denomHolders, supply } from '../../../specs/tables/bank.ts';
import { accountNumber } from '../auth/ante.ts';
import { hasAccount } from '../auth/accounts.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { account, CAROL, DAVE, ERIN, SdkChain, stake } from '../testing.ts';
import { balanceOf, balancesOf } from './balances.ts';
import { burn, mint } from './send.ts';

function send(to: string, ...amount: ReturnType<typeof stake>[]) {
  return { '@type': '/cosmos.bank.v1beta1.MsgSend', from_address: account(CAROL), to_address: to, amount };
}

describe('MsgSend', () => {
  test('moves coins, and gives a receiver without an account one', () => {
    const chain = new SdkChain();
    chain.send(send(account(ERIN), stake(3n)));
    expect(balanceOf(chain.context, ERIN, 'stake')).toBe(3n);
    expect(hasAccount(chain.context, ERIN)).toBe(true);
    expect(accountNumber(chain.context, ERIN)).toBe(10n);
  });

  test('to oneself changes nothing', () => {
    const chain = new SdkChain();
    chain.send(send(account(CAROL), stake(1_000_000_000n)));
    expect(balanceOf(chain.context, CAROL, 'stake')).toBe(1_000_000_000n);
  });

  test('a balance of zero has no row and no holder', () => {
    const chain = new SdkChain();
    chain.send(send(account(DAVE), stake(1_000_000_000n)));
    expect(chain.context.draft.has(balances, balances.key(CAROL, 'stake'))).toBe(false);
    expect(chain.context.draft.has(denomHolders, denomHolders.key('stake', CAROL))).toBe(false);
  });

  test.each([
    ['nothing', send(account(DAVE)), 'sdk/10'],
    ['a coin of zero', send(account(DAVE), stake(0n)), 'sdk/10'],
    ['a negative coin', send(account(DAVE), stake(-1n)), 'sdk/10'],
    ['a malformed denomination', send(account(DAVE), stake(1n, 'x')), 'sdk/10'],
    ['coins out of order', send(account(DAVE), stake(1n), stake(1n, 'atom')), 'sdk/10'],
    ['a coin twice', send(account(DAVE), stake(1n), stake(1n)), 'sdk/10'],
    ['more than the account has', send(account(DAVE), stake(1_000_000_001n)), 'sdk/5'],
    ['a coin that it does not have', send(account(DAVE), stake(1n, 'atom'), stake(1n)), 'sdk/5'],
    ['a module', send(account(moduleAddress('gov')), stake(1n)), 'sdk/4'],
    ['a malformed address', send('cosmos1', stake(1n)), 'sdk/7'],
  ])('refuses %s', (_, message, code) => {
    expect(new SdkChain().codeOf(message)).toBe(code);
  });

  test('lets anybody send to the pool of the rewards of consumers', () => {
    expect(new SdkChain().codeOf(send(account(moduleAddress('consumer_rewards_pool')), stake(1n)))).toBe('ok');
  });
});

describe('the supply', () => {
  test('is the sum of the balances, without the genesis stake twice', () => {
    expect(new SdkChain().context.draft.get(supply, 'stake')).toBe(4_000_000_000n);
  });

  test('follows what is made and burnt, and has no row when it is zero', () => {
    const { context } = new SdkChain();
    mint(context, 'transfer', [stake(5n, 'ibc/AB')]);
    expect(context.draft.get(supply, 'ibc/AB')).toBe(5n);
    expect(balancesOf(context, moduleAddress('transfer'))).toEqual([stake(5n, 'ibc/AB')]);
    burn(context, 'transfer', [stake(5n, 'ibc/AB')]);
    expect(context.draft.has(supply, 'ibc/AB')).toBe(false);
  });
});
