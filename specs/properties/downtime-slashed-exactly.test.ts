import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { infractionParameters, type InfractionParametersRow } from '../tables/provider.ts';
import { unbondingDelegations, type UnbondingEntry } from '../tables/staking/delegation.ts';
import { validators } from '../tables/staking/validator.ts';
import { bonded, launched, made, staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { answering, slashPacket } from '../testing/slashes.ts';
import { put, Story } from '../testing/story.ts';
import { downtimeSlashedExactly } from './downtime-slashed-exactly.ts';

/** The slash fraction is a tenth: for power 5, 500000 tokens. */
const tenth = put(infractionParameters, '0', {
  downtime: { slash_fraction: 10n ** 17n, jail_duration: 0n },
} as InfractionParametersRow);
const jailed = (tokens: bigint) => put(validators, 'aa', staked('aa', 5, { jailed: true, tokens }));
const unbonds = (balance: bigint, height = 3n): RowChange =>
  put(unbondingDelegations, unbondingDelegations.key('dd', 'aa'), {
    delegator_address: 'dd',
    validator_address: 'aa',
    entries: [
      {
        balance,
        initial_balance: 1_000_000n,
        creation_height: height,
        completion_time: 10n ** 30n,
        unbonding_id: 1n,
      } as UnbondingEntry,
    ],
  });
const start = (...rows: RowChange[]) =>
  new Story()
    .start('provider')
    .block('provider', { rows: [...launched('0', { aa: 5 }), ...bonded('aa', 5), made(1, 1), tenth, ...rows] })
    .block('provider')
    .block('provider');
const report = (...rows: RowChange[]) => answering('handled', [slashPacket(1)], rows);

describe('downtime slashed exactly', () => {
  test('accepts the slash fraction of the reported power', () => {
    const { events } = start().block('provider', report(jailed(4_500_000n)));
    expect(firstViolation(downtimeSlashedExactly, events)).toBeUndefined();
  });

  test('accepts that stake which began to unbond after the infraction is slashed first', () => {
    const { events } = start(unbonds(1_000_000n)).block('provider', report(jailed(4_600_000n), unbonds(900_000n)));
    expect(firstViolation(downtimeSlashedExactly, events)).toBeUndefined();
  });

  test('rejects a token more, and a token less', () => {
    for (const tokens of [4_499_999n, 4_500_001n]) {
      const { events } = start().block('provider', report(jailed(tokens)));
      expect(firstViolation(downtimeSlashedExactly, events)?.because).toContain('it should lose 500000');
    }
  });

  test('rejects that stake which began to unbond before the infraction is slashed', () => {
    const { events } = start(unbonds(1_000_000n, 1n)).block(
      'provider',
      report(jailed(4_500_000n), unbonds(900_000n, 1n)),
    );
    expect(firstViolation(downtimeSlashedExactly, events)?.because).toContain('it should lose 0');
  });

  test('rejects that a jailed validator is slashed', () => {
    const { events } = start()
      .block('provider', { rows: [jailed(4_500_000n)] })
      .block('provider', report(jailed(4_000_000n)));
    expect(firstViolation(downtimeSlashedExactly, events)?.because).toContain('it was already jailed');
  });
});
