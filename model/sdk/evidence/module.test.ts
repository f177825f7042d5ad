import { describe, expect, test } from 'vitest';
import type { Misbehavior } from '../../../specs/block.ts';
import { supply } from '../../../specs/tables/bank.ts';
import { equivocations } from '../../../specs/tables/evidence.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import { signingInfoOf } from '../slashing/signing-info.ts';
import { unbondingOf } from '../staking/undelegate.ts';
import { saveValidator, validatorAt } from '../staking/validators.ts';
import { account, ALICE, keyOf, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { equivocationHash } from './equivocation.ts';
import { END_OF_TIME } from './module.ts';

const A = addressOfKey(keyOf(ALICE));

/** Evidence that Alice signed two blocks of this height, with the power that she had at the start. */
function twice(chain: SdkChain, height: bigint): Misbehavior {
  const { time } = chain.context.block;
  return { type: 'duplicate-vote', address: A, power: 10n, height, time, totalPower: 20n };
}

/** Block 3: in block 2 Alice has begun to unbond half of what she has. */
function chainWithUnbonding(): SdkChain {
  const chain = new SdkChain();
  chain.begin();
  chain.next();
  const pair = { delegator_address: account(ALICE), validator_address: valoper(ALICE) };
  chain.send(stakingMessage('MsgUndelegate', { ...pair, amount: stake(5_000_000n) }));
  chain.next();
  return chain;
}

describe('a double sign that consensus reports', () => {
  test('slashes the stake that signed, and tombstones the validator', () => {
    const chain = chainWithUnbonding();
    chain.next(1n, [], [twice(chain, 3n)]);
    expect(validatorAt(chain.context, ALICE)).toMatchObject({ jailed: true, tokens: 4_750_000n });
    expect(unbondingOf(chain.context, ALICE, ALICE)?.entries[0]?.balance).toBe(4_750_000n);
    expect(chain.context.draft.get(supply, 'stake')).toBe(3_999_500_000n);
    expect(signingInfoOf(chain.context, A)).toMatchObject({ tombstoned: true, jailed_until: END_OF_TIME });
  });

  test('does not slash stake that left before the set that signed', () => {
    const chain = chainWithUnbonding();
    chain.next();
    chain.next(1n, [], [twice(chain, 4n)]);
    expect(unbondingOf(chain.context, ALICE, ALICE)?.entries[0]?.balance).toBe(5_000_000n);
    expect(validatorAt(chain.context, ALICE).tokens).toBe(4_500_000n);
  });

  test('is kept by its hash, and the next one against the same validator is ignored', () => {
    const chain = chainWithUnbonding();
    const first = twice(chain, 3n);
    chain.next(1n, [], [first, twice(chain, 2n)]);
    const [[hash, row] = ['', undefined], ...more] = chain.context.draft.entries(equivocations);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ height: 3n, time: first.time, power: 10n });
    expect(row && equivocationHash(row)).toBe(hash);
  });

  test('is ignored when it is too old in time and in blocks', () => {
    const chain = chainWithUnbonding();
    const old = twice(chain, 1n);
    for (let i = 0; i < 11; i++) chain.next();
    chain.next(700n, [], [old]);
    expect(chain.context.draft.size(equivocations)).toBe(0);
    const young = twice(chain, 1n);
    chain.next(1n, [], [young]);
    expect(chain.context.draft.size(equivocations)).toBe(1);
  });

  test('is ignored of a validator that is unbonded, and of one that was removed', () => {
    const chain = chainWithUnbonding();
    saveValidator(chain.context, ALICE, { ...validatorAt(chain.context, ALICE), status: 'BOND_STATUS_UNBONDED' });
    const evidence = twice(chain, 3n);
    chain.begin(1n, [], [evidence]);
    expect(chain.context.draft.size(equivocations)).toBe(0);
    chain.begin(1n, [], [{ ...evidence, address: '00'.repeat(20) }]);
    expect(chain.context.draft.size(equivocations)).toBe(0);
  });
});
