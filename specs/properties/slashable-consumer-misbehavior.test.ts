import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { infractionParameters, type InfractionParametersRow } from '../tables/provider.ts';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { redelegations, unbondingDelegations } from '../tables/staking/delegation.ts';
import type { RedelegationRow, UnbondingDelegationRow } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';
import { doubleVoting } from '../testing/evidence.ts';
import { bonded, staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { slashableConsumerMisbehavior } from './slashable-consumer-misbehavior.ts';

const HOUR = 3_600_000_000_000n;
const unbonds = (balance: bigint, completion_time = HOUR) =>
  put(unbondingDelegations, unbondingDelegations.key('dd', 'aa'), {
    entries: [{ unbonding_id: 1n, initial_balance: 2_500_000n, balance, completion_time }],
  } as unknown as UnbondingDelegationRow);
const moved = put(redelegations, redelegations.key('dd', 'aa', 'bb'), {
  entries: [{ initial_balance: 1_000_000n, completion_time: HOUR }],
} as unknown as RedelegationRow);
const tombstone = put(signingInfos, 'aa', { tombstoned: true, index_offset: 3n } as SigningInfoRow);
const holds = (tokens: bigint) => put(validators, 'aa', staked('aa', 8, { tokens, jailed: true }));
const asks = (slash_fraction: bigint, tombstone = true) =>
  put(infractionParameters, '0', {
    double_sign: { slash_fraction, jail_duration: 1n, tombstone },
  } as InfractionParametersRow);

function story(...before: readonly RowChange[]): Story {
  const rows = [...bonded('aa', 8), ...bonded('bb', 9), asks(10n ** 18n / 20n), unbonds(2_500_000n), ...before];
  return new Story().start('provider', { rows });
}

const because = ({ events }: Story) => firstViolation(slashableConsumerMisbehavior, events)?.because;
const punished = (tokens: bigint, unbonding: bigint) => ({
  ...doubleVoting('aa'),
  rows: [holds(tokens), unbonds(unbonding), tombstone],
});

describe('slashable consumer misbehaviour', () => {
  test('accepts the slash fraction of the power and of all unbonding stake', () => {
    expect(because(story().block('provider', punished(7_625_000n, 2_375_000n)))).toBeUndefined();
  });

  test('accepts the slash fraction of redelegated stake in addition', () => {
    // A power of 11, less what is taken from 3.5 million unbonding tokens.
    expect(because(story(moved).block('provider', punished(7_625_000n, 2_375_000n)))).toBeUndefined();
  });

  test('accepts that matured stake is not slashed', () => {
    const free = story(unbonds(2_500_000n, 1n));
    expect(because(free.block('provider', punished(7_600_000n, 2_500_000n)))).toBeUndefined();
  });

  test('rejects that the validator or the unbonding stake loses more or less', () => {
    expect(because(story().block('provider', punished(7_600_000n, 2_375_000n)))).toContain('however 375000 are due');
    expect(because(story().block('provider', punished(7_625_000n, 2_500_000n)))).toContain(
      'however 2375000 must be left',
    );
  });

  test('rejects a second punishment', () => {
    const once = story().block('provider', punished(7_625_000n, 2_375_000n));
    expect(because(once.block('provider', doubleVoting('aa')))).toContain('were tombstoned already');
  });

  test('rejects that the same votes are punished twice before the validator is tombstoned', () => {
    const { txs } = doubleVoting('aa');
    expect(because(story().block('provider', { txs: [...txs, ...txs] }))).toContain('was punished twice');
  });
});
