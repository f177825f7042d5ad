import { SINGLETON } from '../../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import { historicalInfo } from '../../../specs/tables/staking/chain.ts';
import { validatorQueue } from '../../../specs/tables/staking/unbonding.ts';
import { validatorUpdates } from '../../../specs/tables/staking/validator.ts';
import { signingInfos } from '../../../specs/tables/slashing.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { balanceOf } from '../bank/balances.ts';
import { account, ALICE, BOB, CAROL, DAVE, keyOf, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { bondedValidatorsByPower } from './ranking.ts';
import { validatorAt } from './validators.ts';

const UNIT = 10n ** 18n;

function creation(operator: string, amount: bigint) {
  return stakingMessage('MsgCreateValidator', {
    description: { moniker: 'c', identity: '', website: '', security_contact: '', details: '' },
    commission: { rate: UNIT / 10n, max_rate: UNIT, max_change_rate: UNIT },
    min_self_delegation: 1n,
    validator_address: valoper(operator),
    pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: keyOf(operator) },
    value: stake(amount),
  });
}

const operators = (chain: SdkChain) => bondedValidatorsByPower(chain.context).map(({ operator }) => operator);

describe('the bonded set', () => {
  test('orders equal powers by address, whatever the fractions of power', () => {
    const chain = new SdkChain();
    expect(operators(chain)).toEqual([ALICE, BOB]);
    chain.begin();
    const to = { validator_address: valoper(BOB), delegator_address: account(CAROL) };
    chain.send(stakingMessage('MsgDelegate', { ...to, amount: stake(999_999n) }));
    expect(operators(chain)).toEqual([ALICE, BOB]);
    chain.send(stakingMessage('MsgDelegate', { ...to, amount: stake(1n) }));
    expect(operators(chain)).toEqual([BOB, ALICE]);
  });

  test('a stronger validator takes the place of the weakest, and their tokens change pools', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(creation(CAROL, 30_000_000n));
    expect(balanceOf(chain.context, moduleAddress('not_bonded_tokens_pool'), 'stake')).toBe(30_000_000n);
    chain.end();
    expect(operators(chain)).toEqual([CAROL, ALICE]);
    expect(chain.context.draft.get(validatorUpdates, SINGLETON)?.updates).toEqual([
      { pub_key: { ed25519: keyOf(CAROL) }, power: 30n },
      { pub_key: { ed25519: keyOf(BOB) }, power: 0n },
    ]);
    expect(balanceOf(chain.context, moduleAddress('bonded_tokens_pool'), 'stake')).toBe(40_000_000n);
    expect(balanceOf(chain.context, moduleAddress('not_bonded_tokens_pool'), 'stake')).toBe(10_000_000n);
    const entered = chain.context.draft.get(signingInfos, addressOfKey(keyOf(CAROL)));
    expect(entered?.start_height).toBe(1n);
  });

  test('an equal one does not, when its address is higher', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(creation(DAVE, 10_000_000n));
    chain.end();
    expect(operators(chain)).toEqual([ALICE, BOB]);
    expect(chain.context.draft.get(validatorUpdates, SINGLETON)?.updates).toEqual([]);
  });

  test('a validator without power is not bonded even when there is room', () => {
    const chain = new SdkChain({ validators: [] });
    chain.begin();
    chain.send(creation(CAROL, 999_999n));
    chain.end();
    expect(operators(chain)).toEqual([]);
  });

  test('a validator that returns in time leaves the unbonding queue, and keeps the unbonding id', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(creation(CAROL, 30_000_000n));
    chain.next();
    expect(chain.context.draft.size(validatorQueue)).toBe(1);
    const to = { validator_address: valoper(BOB), delegator_address: account(DAVE) };
    chain.send(stakingMessage('MsgDelegate', { ...to, amount: stake(50_000_000n) }));
    chain.end();
    expect(validatorAt(chain.context, BOB)).toMatchObject({ status: 'BOND_STATUS_BONDED', unbonding_ids: [1n] });
    expect(validatorAt(chain.context, ALICE)).toMatchObject({ status: 'BOND_STATUS_UNBONDING', unbonding_ids: [2n] });
    const queued = [...chain.context.draft.entries(validatorQueue)].map(([, row]) => row.addresses);
    expect(queued).toEqual([[valoper(ALICE)]]);
  });

  test('a validator that does not return is unbonded after the unbonding time, and keeps its unbonding ids', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(creation(CAROL, 30_000_000n));
    chain.next(100n);
    chain.end();
    expect(validatorAt(chain.context, BOB)).toMatchObject({ status: 'BOND_STATUS_UNBONDED', unbonding_ids: [1n] });
    expect(chain.context.draft.size(validatorQueue)).toBe(0);
  });
});

describe('historical info', () => {
  test('holds the last set in the order of CometBFT, for as many blocks as the parameters say', () => {
    const chain = new SdkChain();
    chain.begin();
    for (let i = 0; i < 4; i++) chain.next();
    const heights = [...chain.context.draft.entries(historicalInfo)].map(([height]) => height);
    expect(heights).toEqual(['3', '4', '5']);
    const info = chain.context.draft.get(historicalInfo, historicalInfo.key(5n));
    const addresses = info?.valset.map(({ consensus_pubkey }) => addressOfKey(consensus_pubkey.key));
    expect(addresses).toEqual([ALICE, BOB].map((operator) => addressOfKey(keyOf(operator))).toSorted());
    expect(info?.header.height).toBe(5n);
  });
});
