import { describe, expect, test } from 'vitest';
import type { Value } from '../../../specs/value.ts';
import { consensusKeys } from '../../../specs/tables/slashing.ts';
import { validatorsByPower } from '../../../specs/tables/staking/validator.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import { startSigning, tombstone } from '../slashing/signing-info.ts';
import { ALICE, CAROL, keyOf, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { validatorAt } from './validators.ts';

const UNIT = 10n ** 18n;
const RATES = { rate: UNIT / 10n, max_rate: UNIT / 5n, max_change_rate: UNIT / 100n };
const NAMED = { moniker: 'c', identity: '', website: '', security_contact: '', details: '' };
const ed25519 = (key: string) => ({ '@type': '/cosmos.crypto.ed25519.PubKey', key });

function creation(changes: Readonly<Record<string, Value>> = {}) {
  return stakingMessage('MsgCreateValidator', {
    description: NAMED,
    commission: RATES,
    min_self_delegation: 1n,
    validator_address: valoper(CAROL),
    pubkey: ed25519(keyOf(CAROL)),
    value: stake(3_000_000n),
    ...changes,
  });
}

describe('MsgCreateValidator', () => {
  test('creates an unbonded validator with a place by its power, whose key is known', () => {
    const chain = new SdkChain();
    chain.begin();
    chain.send(creation());
    expect(validatorAt(chain.context, CAROL)).toMatchObject({ status: 'BOND_STATUS_UNBONDED', tokens: 3_000_000n });
    expect(chain.context.draft.get(validatorsByPower, validatorsByPower.key(3n, CAROL))).toBe(CAROL);
    expect(chain.context.draft.has(validatorsByPower, validatorsByPower.key(0n, CAROL))).toBe(false);
    expect(chain.context.draft.get(consensusKeys, addressOfKey(keyOf(CAROL)))).toEqual(ed25519(keyOf(CAROL)));
  });

  test.each([
    ['a malformed operator', { validator_address: 'x' }, 'sdk/7'],
    ['no key', { pubkey: null }, 'staking/39'],
    ['an amount of nothing', { value: stake(0n) }, 'sdk/18'],
    ['an empty description', { description: { ...NAMED, moniker: '' } }, 'sdk/18'],
    ['a long description', { description: { ...NAMED, moniker: 'x'.repeat(71) } }, 'sdk/18'],
    ['a negative maximum', { commission: { ...RATES, max_rate: -1n } }, 'staking/9'],
    ['a maximum above one', { commission: { ...RATES, max_rate: UNIT + 1n } }, 'staking/10'],
    ['a negative rate', { commission: { ...RATES, rate: -1n } }, 'staking/9'],
    ['a rate above its maximum', { commission: { ...RATES, rate: UNIT } }, 'staking/11'],
    ['a negative change', { commission: { ...RATES, max_change_rate: -1n } }, 'staking/13'],
    ['a change above the maximum', { commission: { ...RATES, max_change_rate: UNIT } }, 'staking/14'],
    ['a minimum of nothing', { min_self_delegation: 0n }, 'sdk/18'],
    ['less than its own minimum', { min_self_delegation: 3_000_001n }, 'staking/16'],
    ['less than the least commission', { commission: { ...RATES, rate: UNIT / 50n } }, 'staking/40'],
    ['an operator that there is', { validator_address: valoper(ALICE) }, 'staking/4'],
    ['the key of another validator', { pubkey: ed25519(keyOf(ALICE)) }, 'staking/5'],
    ['another denomination', { value: stake(3_000_000n, 'other') }, 'sdk/18'],
    ['another type of key', { pubkey: { '@type': '/cosmos.crypto.secp256k1.PubKey', key: '02' } }, 'staking/6'],
    ['more than the account has', { value: stake(10n ** 12n) }, 'sdk/5'],
  ])('refuses %s', (_, changes, code) => {
    const chain = new SdkChain();
    chain.begin();
    expect(chain.codeOf(creation(changes))).toBe(code);
  });

  test('refuses a key that is tombstoned', () => {
    const chain = new SdkChain();
    chain.begin();
    const address = addressOfKey(keyOf(CAROL));
    startSigning(chain.context, address);
    tombstone(chain.context, address);
    expect(chain.codeOf(creation())).toBe('sdk/4');
  });
});
