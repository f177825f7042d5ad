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

/** Rewards of consumer 0 wait, it takes two blocks to be paid, and in block 4 the validator earns something. */
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
  test('are accepted for who has been there for long enough', () => {
    expect(firstViolation(rewardsForSecuring, paidAtFour([joined('0', 2n)]).events)).toBeUndefined();
  });

  test('are accepted for who has left in the same block', () => {
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
  ])('are rejected for who %s', (_, set, last) => {
    const { events } = paidAtFour(set, last);
    expect(firstViolation(rewardsForSecuring, events)?.because).toContain('has not secured a consumer');
  });

  test('are rejected for who has left, also when all was withdrawn that it had earned before', () => {
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

  test('are not asked for again when a block follows in which somebody gave rewards, too', () => {
    const gift = { '@type': '/cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool' };
    const story = new Story()
      .start('provider', { rows: [params(1, 100, 2), put(validatorsByConsensusAddress, 'aa', 'bb')] })
      .block('provider', { rows: [earns()], txs: [{ message: gift }] });
    // Something else of the same validator changes.
    const { events } = story.block('provider', { rows: [earns()] });
    expect(firstViolation(rewardsForSecuring, events)).toBeUndefined();
  });

  test('are not meant where fees are shared, or in what no consumer pays', () => {
    const fees = paidAtFour([], [balance('fee_collector', VOUCHER, 1n)]);
    expect(firstViolation(rewardsForSecuring, fees.events)).toBeUndefined();
    expect(firstViolation(rewardsForSecuring, paidAtFour([], [], [earns('stake')]).events)).toBeUndefined();
  });
});
