import { describe, expect, test } from 'vitest';
import type { Value } from '../../../specs/value.ts';
import { ALICE, CAROL, SdkChain, stakingMessage, valoper } from '../testing.ts';
import { validatorAt } from './validators.ts';

const UNIT = 10n ** 18n;
/** The commission that Alice has from the start. */
const RATE = UNIT / 10n;
const KEEP = '[do-not-modify]';
const NOTHING = { moniker: '', identity: '', website: '', security_contact: '', details: '' };
const kept = { moniker: KEEP, identity: KEEP, website: KEEP, security_contact: KEEP, details: KEEP };
const edit = (changes: Readonly<Record<string, Value>> = {}) =>
  stakingMessage('MsgEditValidator', { description: kept, validator_address: valoper(ALICE), ...changes });

/** The chain a day later, when the commission may change. */
function chainAfterDay(): SdkChain {
  const chain = new SdkChain();
  chain.begin(86_400n);
  return chain;
}

describe('MsgEditValidator', () => {
  test('changes the named fields and keeps the others', () => {
    const chain = chainAfterDay();
    const before = validatorAt(chain.context, ALICE);
    chain.send(edit({ description: { ...kept, website: 'w' }, commission_rate: RATE + UNIT / 100n }));
    const after = validatorAt(chain.context, ALICE);
    expect(after.description).toEqual({ ...before.description, website: 'w' });
    expect(after.commission.update_time).toBe(chain.context.block.time);
    expect(after.min_self_delegation).toBe(before.min_self_delegation);
    expect(chain.codeOf(edit({ commission_rate: RATE }))).toBe('staking/12');
  });

  test('the commission may fall at once, and the minimum may rise up to the tokens', () => {
    const chain = chainAfterDay();
    expect(chain.codeOf(edit({ commission_rate: UNIT / 20n, min_self_delegation: 10_000_000n }))).toBe('ok');
  });

  test.each([
    ['an empty description', { description: NOTHING }, 'sdk/18'],
    ['a long description', { description: { ...kept, details: 'x'.repeat(281) } }, 'sdk/18'],
    ['a minimum of nothing', { min_self_delegation: 0n }, 'sdk/18'],
    ['a negative rate', { commission_rate: -1n }, 'sdk/18'],
    ['a rate above one', { commission_rate: UNIT + 1n }, 'sdk/18'],
    ['less than the least commission', { commission_rate: UNIT / 21n }, 'sdk/18'],
    ['an unknown validator', { validator_address: valoper(CAROL) }, 'staking/3'],
    ['a rate above its maximum', { commission_rate: UNIT / 5n + 1n }, 'staking/11'],
    ['a rate that rises too fast', { commission_rate: RATE + UNIT / 100n + 1n }, 'staking/15'],
    ['a minimum that does not rise', { min_self_delegation: 1_000_000n }, 'staking/17'],
    ['a minimum above the tokens', { min_self_delegation: 10_000_001n }, 'staking/16'],
  ])('refuses %s', (_, changes, code) => {
    expect(chainAfterDay().codeOf(edit(changes))).toBe(code);
  });

  test('refuses a second change of the commission within a day', () => {
    const chain = new SdkChain();
    chain.begin(86_399n);
    expect(chain.codeOf(edit({ commission_rate: RATE }))).toBe('staking/12');
  });
});
