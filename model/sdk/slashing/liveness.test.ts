import { describe, expect, test } from 'vitest';
import { missedBlocks } from '../../../specs/tables/slashing.ts';
import { supply } from '../../../specs/tables/bank.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import { Halt } from '../../halt.ts';
import { account, ALICE, BOB, CAROL, keyOf, SECOND, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { unbondingOf } from '../staking/undelegate.ts';
import { validatorAt } from '../staking/validators.ts';
import { hasMissed, setMissed } from './missed-blocks.ts';
import { jailUntil, signingInfoOf, tombstone } from './signing-info.ts';

const [A, B] = [addressOfKey(keyOf(ALICE)), addressOfKey(keyOf(BOB))] as const;
const votes = (signed: boolean) => [
  { address: A, power: 10n, signed },
  { address: B, power: 10n, signed: true },
];
const unjail = { '@type': '/cosmos.slashing.v1beta1.MsgUnjail', validator_addr: valoper(ALICE) };

/** The chain in the block in which Alice goes to jail: with a window of 4, the fifth after the start. */
function chainWithDowntime(): SdkChain {
  const chain = new SdkChain();
  chain.begin();
  for (let i = 0; i < 3; i++) chain.next(1n, votes(false));
  expect(validatorAt(chain.context, ALICE).jailed).toBe(false);
  chain.next(1n, votes(false));
  return chain;
}

describe('liveness', () => {
  test('counts the missed blocks within the signing window only', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.next(1n, votes(false));
    chain.next(1n, votes(false));
    expect(signingInfoOf(chain.context, A)).toMatchObject({ index_offset: 2n, missed_blocks_counter: 2n });
    for (let i = 0; i < 3; i++) chain.next(1n, votes(true));
    expect(signingInfoOf(chain.context, A)).toMatchObject({ index_offset: 5n, missed_blocks_counter: 1n });
    expect(signingInfoOf(chain.context, B)?.missed_blocks_counter).toBe(0n);
  });

  test('jails and slashes a validator that missed too many blocks, and resets its counter', () => {
    const chain = chainWithDowntime();
    expect(validatorAt(chain.context, ALICE)).toMatchObject({ jailed: true, tokens: 9_900_000n });
    expect(chain.context.draft.get(supply, 'stake')).toBe(3_999_900_000n);
    expect(chain.context.draft.size(missedBlocks)).toBe(0);
    expect(signingInfoOf(chain.context, A)).toMatchObject({
      index_offset: 0n,
      missed_blocks_counter: 0n,
      jailed_until: chain.context.block.time + 10n * SECOND,
    });
    chain.next(1n, votes(false));
    expect(signingInfoOf(chain.context, A)?.missed_blocks_counter).toBe(0n);
  });

  test('slashes first what began to unbond since then, which is two blocks before', () => {
    const pair = { delegator_address: account(ALICE), validator_address: valoper(ALICE) };
    const chain = new SdkChain();
    chain.begin();
    chain.next(1n, votes(false));
    chain.next(1n, votes(false));
    chain.send(stakingMessage('MsgUndelegate', { ...pair, amount: stake(5_000_000n) }));
    chain.next(1n, votes(false));
    chain.next(1n, votes(false));
    expect(unbondingOf(chain.context, ALICE, ALICE)?.entries[0]?.balance).toBe(4_950_000n);
    expect(validatorAt(chain.context, ALICE).tokens).toBe(4_950_000n);
  });

  test('halts the chain when a vote comes from no validator', () => {
    const chain = new SdkChain();
    const stranger = { address: '00'.repeat(20), power: 1n, signed: true };
    expect(() => chain.begin(1n, [stranger])).toThrow(Halt);
  });
});

describe('missed blocks', () => {
  test('are bits in words of eight bytes behind the number of bits', () => {
    const { context } = new SdkChain();
    setMissed(context, A, 0n, true);
    setMissed(context, A, 65n, true);
    setMissed(context, A, 1_025n, true);
    const words = ['0000000000000400', '0000000000000001', '0000000000000002'];
    expect(context.draft.get(missedBlocks, missedBlocks.key(A, 0n))).toBe(words.join('') + '0'.repeat(14 * 16));
    expect(hasMissed(context, A, 65n)).toBe(true);
    expect(hasMissed(context, A, 64n)).toBe(false);
    expect(hasMissed(context, A, 1_025n)).toBe(true);
    setMissed(context, A, 65n, false);
    expect(hasMissed(context, A, 65n)).toBe(false);
  });
});

describe('MsgUnjail', () => {
  test('unjails a validator whose jail term is over', () => {
    const chain = chainWithDowntime();
    expect(chain.codeOf(unjail)).toBe('slashing/4');
    chain.next(10n);
    expect(chain.codeOf(unjail)).toBe('ok');
    chain.end();
    expect(validatorAt(chain.context, ALICE)).toMatchObject({ jailed: false, status: 'BOND_STATUS_BONDED' });
  });

  test('refuses a tombstoned validator, and one whose jail term is not over', () => {
    const chain = chainWithDowntime();
    jailUntil(chain.context, A, chain.context.block.time);
    expect(chain.context.draft.attempt(() => chain.codeOf(unjail))).toBe('ok');
    const barred = chainWithDowntime();
    jailUntil(barred.context, A, 0n);
    tombstone(barred.context, A);
    expect(barred.codeOf(unjail)).toBe('slashing/4');
  });

  test('refuses a validator that is not jailed, unknown, malformed or below its minimum self-delegation', () => {
    const chain = new SdkChain();
    chain.begin();
    expect(chain.codeOf(unjail)).toBe('slashing/5');
    expect(chain.codeOf({ ...unjail, validator_addr: valoper(CAROL) })).toBe('staking/3');
    expect(chain.codeOf({ ...unjail, validator_addr: account(ALICE) })).toBe('sdk/7');
    const pair = { delegator_address: account(ALICE), validator_address: valoper(ALICE) };
    chain.send(stakingMessage('MsgUndelegate', { ...pair, amount: stake(9_500_000n) }));
    expect(chain.codeOf(unjail)).toBe('slashing/7');
    chain.send(stakingMessage('MsgUndelegate', { ...pair, amount: stake(500_000n) }));
    expect(chain.codeOf(unjail)).toBe('staking/19');
  });
});
