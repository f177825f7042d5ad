import { SINGLETON } from '../../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import {
  feePool,
  historicalRewards,
  previousProposer,
  slashEvents,
  startingInfos,
} from '../../../specs/tables/distribution.ts';
import { ONE } from '../../../specs/value.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { balanceOf } from '../bank/balances.ts';
import { sendToModule } from '../bank/send.ts';
import { decCoinsOf } from '../dec-coins.ts';
import { composeHooks } from '../staking/hooks.ts';
import { saveValidator, validatorAt } from '../staking/validators.ts';
import { slash } from '../staking/slash.ts';
import { account, ALICE, BOB, CAROL, DAVE, ERIN, keyOf, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import { communityPool } from './fee-pool.ts';
import { distributionHooks } from './hooks.ts';
import { commissionOf, currentOf, outstandingOf } from './rewards.ts';

const DISTRIBUTION = '/cosmos.distribution.v1beta1';

function delegate(delegator: string, operator: string, amount: bigint) {
  return stakingMessage('MsgDelegate', {
    delegator_address: account(delegator),
    validator_address: valoper(operator),
    amount: stake(amount),
  });
}

function undelegate(delegator: string, operator: string, amount: bigint) {
  return { ...delegate(delegator, operator, amount), '@type': '/cosmos.staking.v1beta1.MsgUndelegate' };
}

function withdraw(delegator: string, operator: string) {
  return {
    '@type': `${DISTRIBUTION}.MsgWithdrawDelegatorReward`,
    delegator_address: account(delegator),
    validator_address: valoper(operator),
  };
}

function withdrawCommission(operator: string) {
  return { '@type': `${DISTRIBUTION}.MsgWithdrawValidatorCommission`, validator_address: valoper(operator) };
}

function sendRewardsTo(delegator: string, receiver: string) {
  return {
    '@type': `${DISTRIBUTION}.MsgSetWithdrawAddress`,
    delegator_address: account(delegator),
    withdraw_address: account(receiver),
  };
}

function deposit(giver: string, operator: string, ...amount: readonly { denom: string; amount: bigint }[]) {
  return {
    '@type': `${DISTRIBUTION}.MsgDepositValidatorRewardsPool`,
    depositor: account(giver),
    validator_address: valoper(operator),
    amount,
  };
}

function fund(giver: string, ...amount: readonly { denom: string; amount: bigint }[]) {
  return { '@type': `${DISTRIBUTION}.MsgFundCommunityPool`, depositor: account(giver), amount };
}

function updateParams(authority: string, change: Readonly<Record<string, bigint | boolean>> = {}) {
  const params = {
    community_tax: 0n,
    base_proposer_reward: 0n,
    bonus_proposer_reward: 0n,
    withdraw_addr_enabled: false,
    ...change,
  };
  return { '@type': `${DISTRIBUTION}.MsgUpdateParams`, authority: account(authority), params };
}

function spend(authority: string, recipient: string, amount: bigint) {
  return {
    '@type': `${DISTRIBUTION}.MsgCommunityPoolSpend`,
    authority: account(authority),
    recipient: account(recipient),
    amount: amount === 0n ? [] : [stake(amount)],
  };
}

/** A chain in its first block, on which nobody but Alice and Bob delegates; both have ten units and ask for a tenth. */
function chainOf(tax = 0n): SdkChain {
  const chain = new SdkChain({ distribution: { community_tax: tax, withdraw_addr_enabled: true } });
  chain.begin();
  return chain;
}

function balance(chain: SdkChain, address: string, denom = 'stake'): bigint {
  return balanceOf(chain.context, address, denom);
}

const votes = [ALICE, BOB].map((operator, i) => ({
  address: addressOfKey(keyOf(operator)),
  power: i === 0 ? 2n : 1n,
  signed: i === 0,
}));

/** A chain in the block after Carol has paid 100 as a fee. */
function paid(tax: bigint): SdkChain {
  const chain = chainOf(tax);
  sendToModule(chain.context, CAROL, 'fee_collector', [stake(100n)]);
  chain.next(1n, votes);
  return chain;
}

describe('fees', () => {
  test('of the block before are shared by power among all who vote, absent ones too', () => {
    const chain = paid(0n);
    expect(outstandingOf(chain.context, ALICE)).toEqual([stake(66_666_666_666_666_666_600n)]);
    expect(outstandingOf(chain.context, BOB)).toEqual([stake(33_333_333_333_333_333_300n)]);
    expect(communityPool(chain.context)).toEqual([stake(100n)]);
    expect(balance(chain, moduleAddress('distribution'))).toBe(100n);
  });

  test('are taxed for the community', () => {
    expect(communityPool(paid(ONE / 2n).context)).toEqual([stake(50n * ONE + 50n)]);
    const all = paid(ONE);
    expect(communityPool(all.context)).toEqual([stake(100n * ONE)]);
    expect(outstandingOf(all.context, ALICE)).toEqual([]);
  });

  test('are split into commission and what the delegators earn', () => {
    const chain = paid(0n);
    expect(commissionOf(chain.context, ALICE)).toEqual([stake(6_666_666_666_666_666_660n)]);
    expect(currentOf(chain.context, ALICE).rewards).toEqual([stake(59_999_999_999_999_999_940n)]);
  });

  test('of nobody change nothing, and the proposer is remembered', () => {
    const chain = chainOf();
    chain.next(1n, votes);
    expect(outstandingOf(chain.context, ALICE)).toEqual([]);
    expect(chain.context.draft.get(previousProposer, SINGLETON)).toEqual({ value: '' });
  });

  test('of a validator that is gone stop the program', () => {
    const chain = chainOf();
    sendToModule(chain.context, CAROL, 'fee_collector', [stake(1n)]);
    expect(() => chain.next(1n, [{ address: 'ff', power: 1n, signed: true }])).toThrow('votes and is no validator');
  });
});

describe('a withdrawal', () => {
  test('pays whole coins, and the community gets the fraction', () => {
    const chain = chainOf();
    chain.send(delegate(CAROL, ALICE, 5_000_000n));
    chain.next();
    chain.send(deposit(DAVE, ALICE, stake(100n)));
    chain.send(withdraw(CAROL, ALICE));
    // 90 for 15 units of stake, of which 5 are Carol's.
    expect(balance(chain, CAROL)).toBe(995_000_030n);
    chain.next();
    chain.send(deposit(DAVE, ALICE, stake(101n)));
    chain.send(withdraw(CAROL, ALICE));
    expect(balance(chain, CAROL)).toBe(995_000_060n);
    // 90.9 for 15 units: 30.3 for Carol, of which the ratio of a token cuts nothing here.
    expect(communityPool(chain.context)).toEqual([stake(300_000_000_000_000_000n)]);
  });

  test('pays nothing in the block in which the delegation began, and what came in is still owed', () => {
    const chain = chainOf();
    chain.send(delegate(CAROL, ALICE, 5_000_000n));
    chain.send(deposit(DAVE, ALICE, stake(100n)));
    chain.send(withdraw(CAROL, ALICE));
    expect(balance(chain, CAROL)).toBe(995_000_000n);
    expect(outstandingOf(chain.context, ALICE)).toEqual([stake(100n * ONE)]);
  });

  test('happens by itself before a delegation changes', () => {
    const chain = chainOf();
    chain.send(delegate(CAROL, ALICE, 5_000_000n));
    chain.next();
    chain.send(deposit(DAVE, ALICE, stake(100n)));
    chain.send(delegate(CAROL, ALICE, 1_000_000n));
    expect(balance(chain, CAROL)).toBe(994_000_030n);
    chain.next();
    chain.send(deposit(DAVE, ALICE, stake(160n)));
    chain.send(undelegate(CAROL, ALICE, 6_000_000n));
    expect(balance(chain, CAROL)).toBe(994_000_084n);
    expect(chain.context.draft.has(startingInfos, startingInfos.key(ALICE, CAROL))).toBe(false);
  });

  test('goes where the delegator says', () => {
    const chain = chainOf();
    chain.send(sendRewardsTo(ALICE, ERIN));
    chain.next();
    chain.send(deposit(DAVE, ALICE, stake(100n)));
    chain.send(withdraw(ALICE, ALICE));
    chain.send(withdrawCommission(ALICE));
    expect(balance(chain, ERIN)).toBe(100n);
  });

  test.each([
    ['an unknown validator', withdraw(CAROL, CAROL), 'staking/3'],
    ['no delegation', withdraw(CAROL, ALICE), 'staking/19'],
    ['a malformed validator', { ...withdraw(CAROL, ALICE), validator_address: 'x' }, 'sdk/7'],
    ['no commission', withdrawCommission(ALICE), 'distribution/7'],
    ['the commission of nobody', withdrawCommission(CAROL), 'distribution/7'],
    ['the gov module as receiver', sendRewardsTo(CAROL, moduleAddress('gov')), 'sdk/4'],
    ['a malformed receiver', { ...sendRewardsTo(CAROL, ALICE), withdraw_address: 'x' }, 'sdk/7'],
  ])('refuses %s', (_, message, code) => {
    expect(chainOf().codeOf(message)).toBe(code);
  });

  test('lets nobody name a receiver where the parameters do not', () => {
    const chain = new SdkChain({ distribution: { community_tax: 0n, withdraw_addr_enabled: false } });
    chain.begin();
    expect(chain.codeOf(sendRewardsTo(CAROL, ALICE))).toBe('distribution/8');
    expect(chain.codeOf(sendRewardsTo(CAROL, moduleAddress('gov')))).toBe('sdk/4');
  });
});

describe('commission', () => {
  test('is paid in whole coins, and the fraction stays for later', () => {
    const chain = chainOf();
    chain.send(deposit(DAVE, ALICE, stake(105n)));
    chain.send(withdrawCommission(ALICE));
    expect(commissionOf(chain.context, ALICE)).toEqual([stake(ONE / 2n)]);
    expect(outstandingOf(chain.context, ALICE)).toEqual([stake(95n * ONE)]);
    const before = balance(chain, ALICE);
    chain.send(withdrawCommission(ALICE));
    expect(balance(chain, ALICE)).toBe(before);
  });
});

describe('a slash', () => {
  const hooks = composeHooks([distributionHooks]);

  function slashed(): SdkChain {
    const chain = chainOf();
    chain.send(delegate(CAROL, ALICE, 10_000_000n));
    chain.next();
    chain.send(deposit(DAVE, ALICE, stake(200n)));
    const consensusAddress = addressOfKey(keyOf(ALICE));
    slash(chain.context, hooks, {
      consensusAddress,
      height: chain.context.block.height,
      power: 20n,
      fraction: ONE / 2n,
    });
    chain.next();
    return chain;
  }

  test('is remembered with the period that it ends', () => {
    const chain = slashed();
    expect([...chain.context.draft.entries(slashEvents)]).toEqual([
      [`${ALICE}/2/3`, { validator_period: 3n, fraction: ONE / 2n }],
    ]);
    expect(chain.context.draft.get(historicalRewards, historicalRewards.key(ALICE, 3n))?.reference_count).toBe(2);
  });

  test('leaves what was earned before it, and less stake to earn afterwards', () => {
    const chain = slashed();
    chain.send(deposit(DAVE, ALICE, stake(100n)));
    chain.send(withdraw(CAROL, ALICE));
    // Half of 180, then half of 90: shares count alike before and after.
    expect(balance(chain, CAROL)).toBe(990_000_135n);
  });

  test('counts a stake that comes out a little too large as what it is worth, and a larger one never', () => {
    const chain = slashed();
    const validator = validatorAt(chain.context, ALICE);
    saveValidator(chain.context, ALICE, { ...validator, delegator_shares: validator.delegator_shares + 8n });
    chain.send(withdraw(CAROL, ALICE));
    saveValidator(chain.context, ALICE, { ...validator, delegator_shares: validator.delegator_shares * 2n });
    chain.next();
    expect(chain.codeOf(withdraw(CAROL, ALICE))).toBe('undefined/111222');
  });
});

describe('a validator', () => {
  test('without stake earns for the community', () => {
    const chain = chainOf();
    chain.send(undelegate(BOB, BOB, 10_000_000n));
    chain.send(deposit(DAVE, BOB, stake(100n)));
    chain.send(delegate(CAROL, BOB, 1_000_000n));
    expect(communityPool(chain.context)).toEqual([stake(90n * ONE)]);
    expect(outstandingOf(chain.context, BOB)).toEqual([stake(10n * ONE)]);
  });

  test('that is removed is paid its commission, and the community gets the rest', () => {
    const chain = chainOf();
    chain.send(undelegate(BOB, BOB, 10_000_000n));
    chain.next();
    chain.send(deposit(DAVE, BOB, stake(105n)));
    chain.next(200n);
    expect(balance(chain, BOB)).toBe(990_000_000n);
    chain.next();
    expect(balance(chain, BOB)).toBe(1_000_000_010n);
    expect(communityPool(chain.context)).toEqual([stake(95n * ONE)]);
    expect([...chain.context.draft.entries(historicalRewards)].filter(([key]) => key.startsWith(BOB))).toEqual([]);
    expect(outstandingOf(chain.context, BOB)).toEqual([]);
  });
});

describe('gifts', () => {
  test('belong to the community', () => {
    const chain = chainOf();
    chain.send(fund(CAROL, stake(5n)));
    expect(chain.context.draft.get(feePool, SINGLETON)).toEqual({ community_pool: decCoinsOf([stake(5n)]) });
    expect(balance(chain, CAROL)).toBe(999_999_995n);
  });

  test.each([
    ['nothing for the community', fund(CAROL), 'sdk/10'],
    ['malformed coins for the community', fund(CAROL, stake(1n), stake(1n)), 'sdk/10'],
    ['more than the giver has', fund(CAROL, stake(10n ** 12n)), 'sdk/5'],
    ['malformed rewards', deposit(CAROL, ALICE, stake(0n)), 'sdk/10'],
    ['more rewards than the giver has', deposit(CAROL, ALICE, stake(10n ** 12n)), 'sdk/5'],
    ['rewards for nobody', deposit(CAROL, CAROL, stake(1n)), 'staking/3'],
    ['rewards for a malformed validator', { ...deposit(CAROL, ALICE), validator_address: 'x' }, 'undefined/1'],
  ])('are refused: %s', (_, message, code) => {
    expect(chainOf().codeOf(message)).toBe(code);
  });

  test('of nothing to a validator change nothing', () => {
    const chain = chainOf();
    expect(chain.codeOf(deposit(CAROL, ALICE))).toBe('ok');
    expect(outstandingOf(chain.context, ALICE)).toEqual([]);
  });
});

describe('governance', () => {
  const GOV = moduleAddress('gov');

  test('alone changes the parameters, within their limits', () => {
    const chain = chainOf();
    expect(chain.codeOf(updateParams(CAROL))).toBe('gov/13');
    expect(chain.codeOf(updateParams(GOV, { community_tax: ONE + 1n }))).toBe('undefined/1');
    expect(chain.codeOf(updateParams(GOV, { base_proposer_reward: 1n }))).toBe('sdk/18');
    expect(chain.codeOf(updateParams(GOV))).toBe('ok');
    expect(chain.codeOf(sendRewardsTo(CAROL, ALICE))).toBe('distribution/8');
  });

  test('alone spends what the community has, and no more', () => {
    const chain = chainOf();
    chain.send(fund(CAROL, stake(5n)));
    expect(chain.codeOf(spend(CAROL, ERIN, 1n))).toBe('gov/13');
    expect(chain.codeOf(spend(GOV, ERIN, 0n))).toBe('sdk/10');
    expect(chain.codeOf(spend(GOV, GOV, 1n))).toBe('sdk/4');
    expect(chain.codeOf(spend(GOV, ERIN, 6n))).toBe('distribution/9');
    expect(chain.codeOf(spend(GOV, ERIN, 2n))).toBe('ok');
    expect(balance(chain, ERIN)).toBe(2n);
    expect(communityPool(chain.context)).toEqual([stake(3n * ONE)]);
  });
});
