import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { providerParams, slashMeter, type ProviderParamsRow } from '../tables/provider.ts';
import { lastTotalPower, validators } from '../tables/staking/validator.ts';
import { bonded, launched, staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { answering, slashPacket } from '../testing/slashes.ts';
import { put, Story } from '../testing/story.ts';
import { throttling } from './throttling.ts';

const NAMES = ['aa', 'bb', 'cc'];
const slow = put(providerParams, SINGLETON, {
  slash_meter_replenish_period: 3_600_000_000_000n,
  slash_meter_replenish_fraction: '0.1',
} as ProviderParamsRow);
/** Three validators with a total power of a hundred; the allowance is ten. */
const start = () =>
  new Story()
    .start('provider')
    .block('provider', {
      rows: [
        slow,
        put(lastTotalPower, SINGLETON, { int: 100n }),
        ...launched('0', { aa: 15, bb: 15, cc: 15 }),
        ...NAMES.flatMap((name) => bonded(name, 15)),
      ],
    })
    .block('provider');
const jails = (name: string, seconds = 1) => ({
  ...answering(
    'handled',
    [slashPacket(1, { address: name })],
    [put(validators, name, staked(name, 15, { jailed: true }))],
  ),
  seconds,
});

describe('throttling', () => {
  test('accepts that two allowances are used within a period, and more later', () => {
    const { events } = start().block('provider', jails('aa')).block('provider', jails('bb'));
    const later = start()
      .block('provider', jails('aa'))
      .block('provider', jails('bb'))
      .block('provider', jails('cc', 3_600));
    expect(firstViolation(throttling, events)).toBeUndefined();
    expect(firstViolation(throttling, later.events)).toBeUndefined();
  });

  test('rejects that more power is jailed within a period', () => {
    const story = start().block('provider', jails('aa')).block('provider', jails('bb')).block('provider', jails('cc'));
    expect(firstViolation(throttling, story.events)?.because).toContain('consumers jailed power 45 within a period');
  });

  test('rejects that a packet is bounced while the meter is not negative', () => {
    const bounced = answering('bounced', [slashPacket(1)], [put(slashMeter, SINGLETON, 0n)]);
    expect(firstViolation(throttling, start().block('provider', bounced).events)?.because).toContain('bounced');
    const founded = answering('bounced', [slashPacket(1)], [put(slashMeter, SINGLETON, -1n)]);
    expect(firstViolation(throttling, start().block('provider', founded).events)).toBeUndefined();
  });
});
