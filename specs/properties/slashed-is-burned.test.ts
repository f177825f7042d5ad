import { describe, expect, test } from 'vitest';
import { accounts, type ModuleAccountRow } from '../tables/auth.ts';
import { balances } from '../tables/bank.ts';
import { stakingParams, type StakingParamsRow } from '../tables/staking/chain.ts';
import { validators } from '../tables/staking/validator.ts';
import { staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { slashedIsBurned } from './slashed-is-burned.ts';

const pool = (address: string, name: string) => put(accounts, address, { name } as ModuleAccountRow);
const start = () =>
  new Story().start('provider').block('provider', {
    rows: [
      put(stakingParams, '', { bond_denom: 'stake' } as StakingParamsRow),
      pool('01', 'bonded_tokens_pool'),
      pool('02', 'not_bonded_tokens_pool'),
      put(validators, 'aa', staked('aa', 5)),
      put(balances, '01/stake', 5_000_000n),
    ],
  });
const slashed = put(validators, 'aa', staked('aa', 5, { jailed: true, tokens: 4_000_000n }));

describe('slashed is burned', () => {
  test('accepts that the pool loses what the validator loses', () => {
    const { events } = start().block('provider', { rows: [slashed, put(balances, '01/stake', 4_000_000n)] });
    expect(firstViolation(slashedIsBurned, events)).toBeUndefined();
  });

  test('rejects that the pool keeps it', () => {
    const { events } = start().block('provider', { rows: [slashed] });
    expect(firstViolation(slashedIsBurned, events)?.because).toContain('bonded_tokens_pool holds 5000000');
  });
});
