import { describe, expect, test } from 'vitest';
import type { RowChange } from '../block.ts';
import { allowlist, consumerKeys, denylist, prioritylist, type PowerShapingRow } from '../tables/provider.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';
import { bonded, launched, member, optIn, params, shaped, staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { partialSetSecurity } from './partial-set-security.ts';

const three = [...bonded('aa', 9), ...bonded('bb', 8), ...bonded('cc', 7, false)];
const everybody = [optIn('0', 'aa'), optIn('0', 'bb'), optIn('0', 'cc')];

/** The inactive validator has as much power as the last active one, and more tokens. */
const tied = [
  put(validators, 'cc', staked('cc', 0, { tokens: 8_000_001n })),
  put(lastValidatorPowers, 'cc', { value: 8n }),
];

/** The end of an epoch of two blocks, with these rows and this set. */
function epoch(choices: readonly RowChange[], set: Readonly<Record<string, number>>) {
  const { events } = new Story()
    .start('provider', { rows: [params(2, 2), ...three] })
    .block('provider', { rows: launched('0', {}) })
    .block('provider', { rows: [...choices, ...Object.entries(set).map(([name, power]) => member('0', name, power))] });
  return firstViolation(partialSetSecurity, events);
}

/** The end of an epoch of a consumer with this power shaping, where validators with these powers opted in. */
function spread(
  set: Readonly<Record<string, number>>,
  powers: Readonly<Record<string, number>> = { dd: 100, ee: 1, ff: 1, aa: 1 },
  limits: Partial<PowerShapingRow> = { validators_power_cap: 30 },
) {
  const names = Object.entries(powers);
  const { events } = new Story()
    .start('provider', { rows: [params(1), ...names.flatMap(([name, power]) => bonded(name, power))] })
    .block('provider', {
      rows: [...launched('0', set), shaped('0', limits), ...names.map(([name]) => optIn('0', name))],
    });
  return firstViolation(partialSetSecurity, events);
}

describe('partial set security', () => {
  test('accepts the active validators that opted in', () => {
    expect(epoch(everybody, { aa: 9, bb: 8 })).toBeUndefined();
    expect(epoch([optIn('0', 'bb')], { bb: 8 })).toBeUndefined();
  });

  test('rejects a validator that did not opt in', () => {
    expect(epoch([optIn('0', 'bb')], { aa: 9, bb: 8 })?.because).toContain('the key aa has power 9');
  });

  test('rejects that a validator that opted in is left out', () => {
    expect(epoch(everybody, { aa: 9 })?.because).toContain('the key bb has power 0; however it should have 8');
  });

  test('rejects an inactive validator, unless the consumer allows it', () => {
    expect(epoch(everybody, { aa: 9, bb: 8, cc: 7 })?.because).toContain('the key cc');
    const letIn = shaped('0', { allow_inactive_vals: true });
    expect(epoch([...everybody, letIn], { aa: 9, bb: 8, cc: 7 })).toBeUndefined();
  });

  test('takes the active one of two validators with the same power', () => {
    expect(epoch([...everybody, ...tied], { aa: 9, bb: 8 })).toBeUndefined();
    expect(epoch([...everybody, ...tied], { aa: 9, cc: 8 })?.because).toContain('the key bb has power 0');
  });

  test('names the deviation that explains a set, and only then', () => {
    expect(epoch([...everybody, ...tied], { aa: 9, cc: 8 })?.deviation).toBe('tokens-outrank-power');
    expect(epoch([...everybody, ...tied], { aa: 9 })?.deviation).toBeUndefined();
    expect(epoch(everybody, { aa: 9, cc: 7 })?.deviation).toBeUndefined();
  });

  test('reports a set that the deviation does not explain before one that it does', () => {
    const other = [...launched('1', {}), optIn('1', 'aa')];
    expect(epoch([...everybody, ...tied, ...other], { aa: 9, cc: 8 })).toMatchObject({
      because: 'the set of consumer 1 is wrong: the key aa has power 0; however it should have 9',
    });
  });

  test('applies the lists and the minimum stake', () => {
    const allowed = [...everybody, shaped('0', { allowlist: ['bb'] }), put(allowlist, allowlist.key('0', 'bb'), '')];
    expect(epoch(allowed, { bb: 8 })).toBeUndefined();
    const denied = [...everybody, shaped('0', { denylist: ['bb'] }), put(denylist, denylist.key('0', 'bb'), '')];
    expect(epoch(denied, { bb: 8 })?.because).toContain('the key aa has power 0');
    const rich = [...everybody, shaped('0', { min_stake: 8_500_000n })];
    expect(epoch(rich, { aa: 9 })).toBeUndefined();
  });

  test('rejects a key that the validator did not assign', () => {
    const chosen = [...everybody, put(consumerKeys, consumerKeys.key('0', 'aa'), { ed25519: 'dd' })];
    expect(epoch(chosen, { aa: 9, bb: 8 })?.because).toContain('the key dd has power 0; however it should have 9');
  });

  test('lets a set cap leave validators out, but not too many', () => {
    const capped = [...everybody, shaped('0', { validator_set_cap: 1 })];
    expect(epoch(capped, { aa: 9 })).toBeUndefined();
    expect(epoch(capped, { aa: 9, bb: 8 })?.because).toContain('it has 2 members; however it should have 1');
  });

  test('lets the set cap choose among equals only', () => {
    const capped = [...everybody, shaped('0', { validator_set_cap: 1 })];
    expect(epoch(capped, { bb: 8 })?.because).toContain('the key aa is left out; however it ranks before bb');
    const equals = [...capped, put(lastValidatorPowers, 'aa', { value: 8n })];
    expect(epoch(equals, { aa: 8 })).toBeUndefined();
    expect(epoch(equals, { bb: 8 })).toBeUndefined();
    const preferred = [
      ...everybody,
      put(prioritylist, prioritylist.key('0', 'bb'), ''),
      shaped('0', { validator_set_cap: 1 }),
    ];
    expect(epoch(preferred, { bb: 8 })).toBeUndefined();
    expect(epoch(preferred, { aa: 9 })?.because).toContain('the key bb is left out; however it ranks before aa');
  });

  test('rejects a power above the power cap', () => {
    const capped = [...everybody, shaped('0', { validators_power_cap: 50 })];
    expect(epoch(capped, { aa: 8, bb: 8 })).toBeUndefined();
    expect(epoch(capped, { aa: 9, bb: 8 })?.because).toContain('the key aa has power 9; however it should have 8');
  });

  test('rejects a redistribution that is wrong by a unit', () => {
    expect(spread({ dd: 30, ee: 25, ff: 24, aa: 24 })).toBeUndefined();
    expect(spread({ dd: 30, ee: 25, ff: 25, aa: 24 })?.because).toContain('power 25; however it should have 24');
    expect(spread({ dd: 30, ee: 24, ff: 24, aa: 24 })?.because).toContain('power 24; however it should have 25');
    expect(spread({ dd: 30, ee: 26, ff: 24, aa: 23 })?.because).toContain('power 23; however it should have 24');
    expect(spread({ dd: 29, ee: 25, ff: 25, aa: 24 })?.because).toContain('the key dd has power 29');
  });

  test('does not decide which of equals gets the remainder', () => {
    expect(spread({ dd: 30, ee: 24, ff: 24, aa: 25 })).toBeUndefined();
    expect(spread({ dd: 30, ee: 24, ff: 25, aa: 24 })).toBeUndefined();
  });

  test('rejects a power cap that is rounded up', () => {
    expect(spread({ dd: 31, ee: 24, ff: 24, aa: 24 })?.because).toContain('the key dd has power 31; however it should');
  });

  test('rejects a power cap that is computed before the set cap', () => {
    const limits = { validators_power_cap: 60, validator_set_cap: 2 };
    // The power cap of 10 and 5 is 9; that of all three would be 10.
    expect(spread({ dd: 9, ee: 6 }, { dd: 10, ee: 5, ff: 3 }, limits)).toBeUndefined();
    expect(spread({ dd: 10, ee: 5 }, { dd: 10, ee: 5, ff: 3 }, limits)?.because).toContain(
      'the key dd has power 10; however it should have 9, because its uncapped power is 10',
    );
  });

  test('rejects a set that changes within an epoch', () => {
    const { events } = new Story()
      .start('provider', { rows: [params(3), ...three] })
      .block('provider', { rows: launched('0', { aa: 9 }) })
      .block('provider', { rows: [member('0', 'bb', 8)] });
    expect(firstViolation(partialSetSecurity, events)?.because).toContain('however the epoch is not over');
  });
});
