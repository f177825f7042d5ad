import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { moduleAddress } from '../module-address.ts';
import { balances } from '../tables/bank.ts';
import { stakingParams, type StakingParamsRow } from '../tables/staking/chain.ts';
import { validators } from '../tables/staking/validator.ts';
import { staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { slashedIsBurned } from './slashed-is-burned.ts';

const holds = (pool: string, amount: bigint) => put(balances, balances.key(moduleAddress(pool), 'stake'), amount);
const start = () =>
  new Story().start('provider').block('provider', {
    rows: [
      put(stakingParams, SINGLETON, { bond_denom: 'stake' } as StakingParamsRow),
      put(validators, 'aa', staked('aa', 5)),
      holds('bonded_tokens_pool', 5_000_000n),
    ],
  });
const slashed = put(validators, 'aa', staked('aa', 5, { jailed: true, tokens: 4_000_000n }));

describe('slashed is burned', () => {
  test('accepts that the pool loses as much as the validator', () => {
    const { events } = start().block('provider', { rows: [slashed, holds('bonded_tokens_pool', 4_000_000n)] });
    expect(firstViolation(slashedIsBurned, events)).toBeUndefined();
  });

  test('rejects that slashed tokens move to the pool of unbonding stake', () => {
    const moved = [holds('bonded_tokens_pool', 4_000_000n), holds('not_bonded_tokens_pool', 1_000_000n)];
    const { events } = start().block('provider', { rows: [slashed, ...moved] });
    expect(firstViolation(slashedIsBurned, events)?.because).toContain('not_bonded_tokens_pool holds 1000000');
  });

  test('rejects that the pool keeps slashed tokens', () => {
    const { events } = start().block('provider', { rows: [slashed] });
    expect(firstViolation(slashedIsBurned, events)?.because).toContain('bonded_tokens_pool holds 5000000');
  });
});
