import { describe, expect, test } from 'vitest';
import { supply } from '../../../specs/tables/bank.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import { decimalOf } from '../decimal.ts';
import { account, ALICE, BOB, CAROL, keyOf, refusalOf, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { sharesOf } from './delegations.ts';
import { slashingHooks } from '../slashing/hooks.ts';
import { slash } from './slash.ts';
import { unbondingOf } from './undelegate.ts';
import { saveValidator, validatorAt } from './validators.ts';

const A = addressOfKey(keyOf(ALICE));
const TENTH = 10n ** 17n;

/** Block 2; in block 1 Carol delegated 10 million to Alice and moved 4 of them to Bob, and unbonds 1 from there. */
function chainWithMoves(): SdkChain {
  const chain = new SdkChain();
  chain.begin();
  const carol = { delegator_address: account(CAROL) };
  const alice = { ...carol, validator_address: valoper(ALICE) };
  const bob = { ...carol, validator_address: valoper(BOB) };
  const route = { ...carol, validator_src_address: valoper(ALICE), validator_dst_address: valoper(BOB) };
  chain.send(stakingMessage('MsgDelegate', { ...alice, amount: stake(10_000_000n) }));
  chain.send(stakingMessage('MsgBeginRedelegate', { ...route, amount: stake(4_000_000n) }));
  chain.send(stakingMessage('MsgUndelegate', { ...bob, amount: stake(1_000_000n) }));
  chain.send(stakingMessage('MsgUndelegate', { ...alice, amount: stake(2_000_000n) }));
  chain.next();
  return chain;
}

const infraction = { consensusAddress: A, height: 1n, power: 20n, fraction: TENTH };

describe('slashing', () => {
  test('burns tokens of the validator and of stake that has left it since', () => {
    const chain = chainWithMoves();
    const before = chain.context.draft.get(supply, 'stake') ?? 0n;
    expect(slash(chain.context, slashingHooks, infraction)).toBe(1_400_000n);
    // Of the 2 million in all: 200 000 from what unbonds, 400 000 from what moved, the rest from Alice herself.
    expect(unbondingOf(chain.context, CAROL, ALICE)?.entries[0]?.balance).toBe(1_800_000n);
    expect(validatorAt(chain.context, ALICE).tokens).toBe(14_000_000n - 1_400_000n);
    expect(chain.context.draft.get(supply, 'stake')).toBeLessThan(before);
  });

  test('slashes redelegated stake first where it unbonds at the destination', () => {
    const chain = chainWithMoves();
    slash(chain.context, slashingHooks, infraction);
    expect(unbondingOf(chain.context, CAROL, BOB)?.entries[0]?.balance).toBe(600_000n);
    expect(sharesOf(chain.context, CAROL, BOB)).toBe(decimalOf(3_000_000n));
  });

  test('slashes the rest from the delegation at the destination', () => {
    const chain = chainWithMoves();
    slash(chain.context, slashingHooks, { ...infraction, fraction: 5n * TENTH });
    expect(unbondingOf(chain.context, CAROL, BOB)?.entries[0]?.balance).toBe(0n);
    expect(sharesOf(chain.context, CAROL, BOB)).toBe(decimalOf(1_000_000n));
    expect(validatorAt(chain.context, BOB).tokens).toBe(11_000_000n);
  });

  test('does not slash stake that left before the infraction', () => {
    const chain = chainWithMoves();
    chain.next();
    expect(slash(chain.context, slashingHooks, { ...infraction, height: 2n })).toBe(2_000_000n);
    expect(unbondingOf(chain.context, CAROL, ALICE)?.entries[0]?.balance).toBe(2_000_000n);
  });

  test('takes no more than the validator has', () => {
    const chain = new SdkChain();
    chain.begin();
    expect(slash(chain.context, slashingHooks, { ...infraction, power: 1_000n })).toBe(10_000_000n);
    expect(validatorAt(chain.context, ALICE)).toMatchObject({ tokens: 0n, delegator_shares: decimalOf(10_000_000n) });
  });

  test('does nothing to a removed validator', () => {
    const chain = new SdkChain();
    chain.begin();
    expect(slash(chain.context, slashingHooks, { ...infraction, consensusAddress: '00'.repeat(20) })).toBe(0n);
  });

  test('refuses an unbonded validator and a height in the future', () => {
    const chain = new SdkChain();
    chain.begin();
    const attempt = (height: bigint) => refusalOf(() => slash(chain.context, slashingHooks, { ...infraction, height }));
    expect(attempt(2n)).toBe('undefined/1');
    const validator = validatorAt(chain.context, ALICE);
    saveValidator(chain.context, ALICE, { ...validator, status: 'BOND_STATUS_UNBONDED' });
    expect(attempt(1n)).toBe('undefined/1');
  });
});
