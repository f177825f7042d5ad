import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { WHOLE } from '../history/allocations.ts';
import { outstandingRewards } from '../tables/distribution.ts';
import { consumerValidators } from '../tables/provider.ts';
import { validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { params } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story } from '../testing/story.ts';
import { allocation, balance, VOUCHER } from '../testing/transfers.ts';
import { rewardsForSecuring } from './rewards-for-securing.ts';

const joined = (consumerId: string, height: bigint) =>
  put(consumerValidators, consumerValidators.key(consumerId, 'aa'), {
    provider_cons_addr: 'aa',
    power: 1n,
    public_key: { ed25519: 'aa' },
    join_height: height,
  });
const earns = (denom = VOUCHER) => put(outstandingRewards, 'bb', { rewards: [{ denom, amount: WHOLE }] });

/** Consumer 0 has waiting rewards, eligibility takes two blocks, and the validator gets rewards in block 4. */
function paidAtFour(set: readonly RowChange[], last: readonly RowChange[] = [], rows = [earns()]) {
  return new Story()
    .start('provider', {
      rows: [params(1, 100, 2), put(validatorsByConsensusAddress, 'aa', 'bb'), allocation('0', VOUCHER, WHOLE), ...set],
    })
    .until('provider', 2)
    .block('provider', { rows: last })
    .block('provider', { rows });
}

describe('rewards for securing a consumer', () => {
  test('are accepted for a validator that is eligible', () => {
    expect(firstViolation(rewardsForSecuring, paidAtFour([joined('0', 2n)]).events)).toBeUndefined();
  });

  test('are accepted for a validator that left in the same block', () => {
    const { events } = paidAtFour(
      [joined('0', 1n)],
      [],
      [earns(), drop(consumerValidators, consumerValidators.key('0', 'aa'))],
    );
    expect(firstViolation(rewardsForSecuring, events)).toBeUndefined();
  });

  test.each([
    ['has joined too late', [joined('0', 3n)], []],
    ['secures another consumer', [joined('1', 1n)], []],
    ['has left', [joined('0', 1n)], [drop(consumerValidators, consumerValidators.key('0', 'aa'))]],
  ])('are rejected for a validator that %s', (_, set, last) => {
    const { events } = paidAtFour(set, last);
    expect(firstViolation(rewardsForSecuring, events)?.because).toContain('is not eligible for rewards of a consumer');
  });

  test('are rejected for a validator that has left, even if all its earlier rewards were withdrawn', () => {
    const { events } = paidAtFour([joined('0', 1n)])
      .block('provider', {
        rows: [
          put(outstandingRewards, 'bb', { rewards: [] }),
          drop(consumerValidators, consumerValidators.key('0', 'aa')),
        ],
      })
      .block('provider', { rows: [earns()] });
    expect(firstViolation(rewardsForSecuring, events)).toMatchObject({ height: 6n });
  });

  test('are accepted in the block after a deposit of rewards', () => {
    const gift = { '@type': '/cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool' };
    const story = new Story()
      .start('provider', { rows: [params(1, 100, 2), put(validatorsByConsensusAddress, 'aa', 'bb')] })
      .block('provider', { rows: [earns()], txs: [{ message: gift }] });
    // Another row of the same validator changes.
    const { events } = story.block('provider', { rows: [earns()] });
    expect(firstViolation(rewardsForSecuring, events)).toBeUndefined();
  });

  test('are not judged while fees are distributed, or in a denomination that no consumer pays in', () => {
    const fees = paidAtFour([], [balance('fee_collector', VOUCHER, 1n)]);
    expect(firstViolation(rewardsForSecuring, fees.events)).toBeUndefined();
    expect(firstViolation(rewardsForSecuring, paidAtFour([], [], [earns('stake')]).events)).toBeUndefined();
  });
});
