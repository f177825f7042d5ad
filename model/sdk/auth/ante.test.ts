import { describe, expect, test } from 'vitest';
import type { Tx } from '../../../specs/block.ts';
import { accounts } from '../../../specs/tables/auth.ts';
import { account, ALICE, BOB, CAROL, ERIN, refusalOf, SdkChain, stake, valoper } from '../testing.ts';
import { balanceOf } from '../bank/balances.ts';
import { accountNumber, nextSequence, sdkAnte } from './ante.ts';
import { baseAccount, createAccount, moduleAccount } from './accounts.ts';
import { moduleAddress } from './module-accounts.ts';

function send(from: string) {
  const addresses = { from_address: account(from), to_address: account(ALICE) };
  return { '@type': '/cosmos.bank.v1beta1.MsgSend', ...addresses, amount: [stake(1n)] };
}

function txOf(signer: string, parts: Partial<Tx> = {}): Tx {
  return { signer, publicKey: `03${signer}`, sequence: null, fee: [], messages: [send(signer)], ...parts };
}

/** What the ante handlers answer to a transaction with the expected sequence. */
function answer(chain: SdkChain, tx: Tx): string {
  const sequence = tx.sequence ?? nextSequence(chain.context, tx.signer);
  return refusalOf(() => chain.context.draft.attempt(() => sdkAnte(chain.context, tx, sequence)));
}

describe('the ante handlers', () => {
  test('the first transaction of an account stores its key and increments its sequence', () => {
    const chain = new SdkChain();
    expect(baseAccount(chain.context, CAROL)?.pub_key).toBeNull();
    expect(answer(chain, txOf(CAROL))).toBe('ok');
    expect(answer(chain, txOf(CAROL, { publicKey: '02' }))).toBe('ok');
    expect(baseAccount(chain.context, CAROL)).toMatchObject({ sequence: 2n, pub_key: { key: `03${CAROL}` } });
  });

  test('accounts have numbers in the order of the genesis, then the modules, then who comes later', () => {
    const chain = new SdkChain();
    expect([ALICE, BOB, CAROL].map((address) => accountNumber(chain.context, address))).toEqual([0n, 1n, 2n]);
    const modules = ['fee_collector', 'distribution', 'bonded_tokens_pool', 'not_bonded_tokens_pool', 'gov', 'mint'];
    const numbers = modules.map((name) => accountNumber(chain.context, moduleAddress(name)));
    expect(numbers).toEqual([4n, 5n, 6n, 7n, 8n, 9n]);
    chain.fund(ERIN, 1n);
    expect(accountNumber(chain.context, ERIN)).toBe(10n);
  });

  test('a validator of the genesis has signed one transaction', () => {
    expect(nextSequence(new SdkChain().context, ALICE)).toBe(1n);
  });

  test('the fee goes to its collector, and to the distribution module in the next block', () => {
    const chain = new SdkChain();
    chain.begin();
    expect(answer(chain, txOf(CAROL, { fee: [stake(7n)] }))).toBe('ok');
    expect(balanceOf(chain.context, moduleAddress('fee_collector'), 'stake')).toBe(7n);
    chain.next();
    expect(balanceOf(chain.context, moduleAddress('fee_collector'), 'stake')).toBe(0n);
    expect(balanceOf(chain.context, moduleAddress('distribution'), 'stake')).toBe(7n);
  });

  test.each([
    ['no message', txOf(CAROL, { messages: [] }), 'sdk/18'],
    ['another sequence', txOf(CAROL, { sequence: 5n }), 'sdk/32'],
    ['an account that does not exist', txOf(ERIN), 'sdk/9'],
    ['the message of somebody else', txOf(CAROL, { messages: [send(BOB)] }), 'sdk/8'],
    ['the message of nobody', txOf(CAROL, { messages: [send(ERIN)] }), 'sdk/9'],
    ['messages of two signers', txOf(CAROL, { messages: [send(CAROL), send(BOB)] }), 'sdk/4'],
    ['a fee that the account does not have', txOf(CAROL, { fee: [stake(10n ** 12n)] }), 'sdk/5'],
    ['a negative fee', txOf(CAROL, { fee: [stake(-1n)] }), 'sdk/13'],
    ['a fee out of order', txOf(CAROL, { fee: [stake(1n), stake(1n, 'atom')] }), 'sdk/13'],
    [
      'a malformed signer',
      txOf(CAROL, { messages: [{ '@type': '/cosmos.slashing.v1beta1.MsgUnjail', validator_addr: account(CAROL) }] }),
      'undefined/1',
    ],
  ])('refuse %s', (_, tx, code) => {
    expect(answer(new SdkChain(), tx)).toBe(code);
  });

  test('an operator signs as the account of the same address', () => {
    const messages = [{ '@type': '/cosmos.slashing.v1beta1.MsgUnjail', validator_addr: valoper(CAROL) }];
    expect(answer(new SdkChain(), txOf(CAROL, { messages }))).toBe('ok');
  });
});

test('the account of a user at the address of a module becomes that of the module', () => {
  const { context } = new SdkChain();
  const address = moduleAddress('transfer');
  createAccount(context, address);
  const before = baseAccount(context, address);
  expect(moduleAccount(context, 'transfer')).toBe(address);
  expect(context.draft.get(accounts, address)).toMatchObject({
    '@type': '/cosmos.auth.v1beta1.ModuleAccount',
    base_account: { account_number: before?.account_number },
  });
});
