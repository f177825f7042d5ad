import { describe, expect, test } from 'vitest';
import { redelegations } from '../../../specs/tables/staking/delegation.ts';
import { redelegationQueue } from '../../../specs/tables/staking/unbonding.ts';
import { decimalOf } from '../decimal.ts';
import { account, ALICE, BOB, CAROL, DAVE, keyOf, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { sharesOf } from './delegations.ts';

function redelegation(delegator: string, source: string, destination: string, amount: bigint) {
  return stakingMessage('MsgBeginRedelegate', {
    delegator_address: account(delegator),
    validator_src_address: valoper(source),
    validator_dst_address: valoper(destination),
    amount: stake(amount),
  });
}

/** Dave becomes a validator that is too weak to be bonded. */
function creation() {
  const unit = 10n ** 18n;
  return stakingMessage('MsgCreateValidator', {
    description: { moniker: 'd', identity: '', website: '', security_contact: '', details: '' },
    commission: { rate: unit / 10n, max_rate: unit, max_change_rate: unit },
    min_self_delegation: 1n,
    validator_address: valoper(DAVE),
    pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: keyOf(DAVE) },
    value: stake(1_000_000n),
  });
}

describe('MsgBeginRedelegate', () => {
  test('moves the delegation at once, and leaves it liable for the unbonding time', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(redelegation(ALICE, ALICE, BOB, 1_000_000n));
    expect(sharesOf(chain.context, ALICE, BOB)).toBe(decimalOf(1_000_000n));
    const entry = { initial_balance: 1_000_000n, shares_dst: decimalOf(1_000_000n), creation_height: 1n };
    expect(chain.context.draft.get(redelegations, redelegations.key(ALICE, ALICE, BOB))?.entries).toMatchObject([
      entry,
    ]);
    chain.next(100n);
    chain.end();
    expect(chain.context.draft.size(redelegations)).toBe(0);
    expect(chain.context.draft.size(redelegationQueue)).toBe(0);
  });

  test('is not liable for a source that was never bonded', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(creation());
    chain.next();
    chain.send(redelegation(DAVE, DAVE, BOB, 500_000n));
    expect(chain.context.draft.size(redelegations)).toBe(0);
  });

  test('that takes the last shares of an unbonded source is refused: the source is gone', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(creation());
    chain.next();
    expect(chain.codeOf(redelegation(DAVE, DAVE, BOB, 1_000_000n))).toBe('staking/3');
  });

  test.each([
    ['an amount of nothing', redelegation(ALICE, ALICE, BOB, 0n), 'sdk/18'],
    ['the same validator', redelegation(ALICE, ALICE, ALICE, 1n), 'staking/29'],
    ['an unknown source', redelegation(ALICE, CAROL, BOB, 1n), 'staking/3'],
    ['an unknown destination', redelegation(ALICE, ALICE, CAROL, 1n), 'staking/31'],
    ['somebody who does not delegate', redelegation(CAROL, ALICE, BOB, 1n), 'staking/19'],
    ['more than was delegated', redelegation(ALICE, ALICE, BOB, 10_000_001n), 'sdk/18'],
  ])('refuses %s', (_, message, code) => {
    const chain = new SdkChain();
    chain.begin();
    expect(chain.codeOf(message)).toBe(code);
  });

  test('refuses a transitive redelegation', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(redelegation(ALICE, ALICE, BOB, 1_000_000n));
    expect(chain.codeOf(redelegation(ALICE, BOB, ALICE, 1n))).toBe('staking/32');
  });

  test('refuses more entries than are allowed', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(redelegation(ALICE, ALICE, BOB, 1n));
    chain.send(redelegation(ALICE, ALICE, BOB, 1n));
    expect(chain.codeOf(redelegation(ALICE, ALICE, BOB, 1n))).toBe('staking/33');
  });
});
