import { describe, expect, test } from 'vitest';
import {
  consumerAddressesToPrune,
  consumerCommissionRates,
  consumerKeys,
  optedIn,
  validatorsByConsumerAddress,
} from '../../../specs/tables/provider.ts';
import { bech32 } from '../../bech32.ts';
import {
  accountOf,
  addressOf,
  byValidator,
  creation,
  keyJson,
  keyOf,
  startProvider,
  startWithConsumer,
} from '../testing.ts';

const OK = '/0';
const PERCENT = 10n ** 16n;

function registered() {
  const provider = startProvider([3n, 2n, 1n]);
  provider.block([creation(null)]);
  return provider;
}

const assign = (validator: string, key: string, id = '0') =>
  byValidator('MsgAssignConsumerKey', validator, id, { consumer_key: key });

const rate = (value: bigint, id = '0') => byValidator('MsgSetConsumerCommissionRate', 'v0', id, { rate: value });

describe('MsgOptIn', () => {
  test('can be repeated, with a consumer key', () => {
    const provider = registered();
    expect(provider.send(byValidator('MsgOptIn', 'v0', '0'))).toBe(OK);
    expect(provider.send(byValidator('MsgOptIn', 'v0', '0', { consumer_key: keyJson('k') }))).toBe(OK);
    expect(provider.rows(optedIn)).toEqual([[`0/${addressOf('v0')}`, '']]);
    expect(provider.row(consumerKeys, consumerKeys.key('0', addressOf('v0')))).toEqual({ ed25519: keyOf('k') });
  });

  test('is undone when its key is refused', () => {
    const provider = registered();
    expect(provider.send(byValidator('MsgOptIn', 'v0', '0', { consumer_key: keyJson('v1') }))).toBe('provider/10');
    expect(provider.rows(optedIn)).toEqual([]);
  });

  test.each([
    ['to an unknown consumer', { consumer_id: '7' }, 'provider/27'],
    ['to no number', { consumer_id: '' }, 'provider/49'],
    ['with a chain id', { chain_id: 'c' }, 'provider/49'],
    ['for another validator', { provider_addr: bech32('cosmosvaloper', accountOf('v1')) }, 'provider/49'],
    ['with a key that is no JSON', { consumer_key: 'key' }, 'provider/49'],
  ])('%s is refused', (_, fields, code) => {
    const message = { ...byValidator('MsgOptIn', 'v0', '0'), ...fields };
    expect(registered().send(message)).toBe(code);
  });

  test('from an account without a validator is refused', () => {
    expect(registered().send(byValidator('MsgOptIn', 'alice', '0'))).toBe('staking/3');
  });
});

describe('MsgOptOut', () => {
  test('opts out of a launched consumer only', () => {
    expect(registered().send(byValidator('MsgOptOut', 'v0', '0'))).toBe('provider/27');
    expect(registered().send(byValidator('MsgOptOut', 'v0', '8'))).toBe('provider/3');
    const provider = startWithConsumer([3n, 2n]);
    expect(provider.send(byValidator('MsgOptOut', 'v0', '0'))).toBe(OK);
    expect(provider.rows(optedIn)).toEqual([[`0/${addressOf('v1')}`, '']]);
  });
});

describe('MsgAssignConsumerKey (ADR-001)', () => {
  test('before the launch frees the replaced key', () => {
    const provider = registered();
    expect(provider.send(assign('v0', keyJson('a')))).toBe(OK);
    expect(provider.send(assign('v0', keyJson('b')))).toBe(OK);
    expect(provider.rows(validatorsByConsumerAddress)).toEqual([[`0/${addressOf('b')}`, addressOf('v0')]]);
    expect(provider.send(assign('v1', keyJson('a')))).toBe(OK);
  });

  test('after the launch keeps the replaced key until it is pruned', () => {
    const provider = startWithConsumer([3n, 2n]);
    provider.block([assign('v0', keyJson('a'))]);
    provider.block([assign('v0', keyJson('b'))]);
    expect(provider.rows(consumerAddressesToPrune)).toHaveLength(1);
    expect(provider.send(assign('v1', keyJson('a')))).toBe('provider/10');
    provider.block([], 21 * 86_400);
    expect(provider.rows(consumerAddressesToPrune)).toEqual([]);
    expect(provider.send(assign('v1', keyJson('a')))).toBe(OK);
  });

  test('accepts the provider key only after another key was assigned', () => {
    const provider = registered();
    expect(provider.send(assign('v0', keyJson('v0')))).toBe('provider/11');
    expect(provider.send(assign('v0', keyJson('a')))).toBe(OK);
    expect(provider.send(assign('v0', keyJson('v0')))).toBe(OK);
  });

  test.each([
    ["another validator's key", keyJson('v1'), 'provider/10'],
    ['no key', '', 'provider/46'],
    ['no JSON', '{', 'provider/46'],
    ['another type', '{"@type":"/cosmos.crypto.secp256k1.PubKey","key":""}', 'staking/6'],
    ['no base64', '{"@type":"/cosmos.crypto.ed25519.PubKey","key":"*"}', 'undefined/1'],
    ['a short key', '{"@type":"/cosmos.crypto.ed25519.PubKey","key":"YWFh"}', 'undefined/111222'],
  ])('with %s is refused', (_, key, code) => {
    expect(registered().send(assign('v0', key))).toBe(code);
  });

  test('of an unknown consumer is refused before a short key is seen', () => {
    const short = '{"@type":"/cosmos.crypto.ed25519.PubKey","key":"YWFh"}';
    expect(registered().send(assign('v0', short, '5'))).toBe('provider/27');
  });
});

describe('MsgSetConsumerCommissionRate', () => {
  test('sets a rate from the minimum to 1', () => {
    const provider = registered();
    expect(provider.send(rate(PERCENT))).toBe(OK);
    expect(provider.row(consumerCommissionRates, consumerCommissionRates.key('0', addressOf('v0')))).toBe(PERCENT);
    expect(provider.send(rate(100n * PERCENT))).toBe(OK);
  });

  test('below the minimum, above 1 or for an unknown consumer is refused', () => {
    const provider = registered();
    expect(provider.send(rate(PERCENT - 1n))).toBe('staking/40');
    expect(provider.send(rate(100n * PERCENT + 1n))).toBe('provider/51');
    expect(provider.send(rate(-1n))).toBe('provider/51');
    expect(provider.send(rate(PERCENT, '4'))).toBe('provider/27');
  });
});
