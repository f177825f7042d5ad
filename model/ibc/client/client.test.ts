import { describe, expect, test } from 'vitest';
import type { HeaderClaim } from '../../../specs/claim.ts';
import {
  clientCreators,
  clientStates,
  consensusStates,
  iterationKeys,
  processedHeights,
  processedTimes,
} from '../../../specs/tables/ibc/client.ts';
import { SECOND } from '../../../specs/value.ts';
import {
  CLIENT,
  clientOf,
  createClientMessage,
  NEW,
  OLD,
  SOMEBODY,
  startPair,
  trustOf,
  type Pair,
} from '../testing/pair.ts';
import { validatorSet } from '../testing/chain.ts';
import { validatorsHash } from '../../consensus/validator-set.ts';
import { createClient } from './create.ts';

/** Shows a header of `b` to the client on `a`. */
function update({ a }: Pair, header: HeaderClaim, client_id = CLIENT): string {
  const result = a.run({
    '@type': '/ibc.core.client.v1.MsgUpdateClient',
    client_id,
    client_message: { ...header },
    signer: SOMEBODY,
  });
  return `${result.codespace}/${result.code}`;
}

function started(features = NEW): Pair {
  const pair = startPair(features);
  for (let i = 0; i < 3; i++) pair.b.run();
  return pair;
}

/** The height at which the client on `a` began. */
const TRUSTED = 1n;

const height = (revision_height: bigint, revision_number = 0n) => ({ revision_number, revision_height });

const tampered = (how: HeaderClaim['tampered']) => ({ tampered: how });

const codes = (pair: Pair) =>
  ['07-tendermint-9', 'xxxx', 'abc', '08-wasm-0'].map((id) => update(pair, pair.b.header(3n, TRUSTED), id));

describe('a new client', () => {
  test('is stored with its first consensus state and what the chain knows about that', () => {
    const { a } = startPair();
    const key = consensusStates.key(CLIENT, 0n, 1n);
    expect(a.row(clientStates, clientStates.key(CLIENT))?.latest_height.revision_height).toBe(1n);
    expect(a.row(consensusStates, key)).toBeDefined();
    expect(a.row(processedTimes, processedTimes.key(CLIENT, 0n, 1n))).toBe(a.time);
    expect(a.row(processedHeights, processedHeights.key(CLIENT, 0n, 1n))).toBe('0-2');
    expect(a.row(iterationKeys, iterationKeys.key(CLIENT, 0n, 1n))).toBe('consensusStates/0-1');
  });

  test('remembers its creator only with the feature for it', () => {
    const creator = clientCreators.key(CLIENT);
    expect(startPair(NEW).a.row(clientCreators, creator)).toBe('96daf4e28e8ee14ccfd6083204e271643ee4ebcc');
    expect(startPair(OLD).a.row(clientCreators, creator)).toBeUndefined();
  });

  test('gets the next number, also when a module creates it', () => {
    const { a, b } = startPair();
    expect(a.call((context) => createClient(context, clientOf(b), trustOf(b)))).toBe('07-tendermint-1');
  });

  test.each([
    ['without a chain id', { chain_id: ' ' }, '07-tendermint/2'],
    ['with a chain id of 51 letters', { chain_id: 'x'.repeat(51) }, '07-tendermint/2'],
    ['that trusts less than a third', { trust_level: { numerator: 1n, denominator: 4n } }, '07-tendermint/15'],
    ['that trusts for no time', { trusting_period: 0n }, '07-tendermint/3'],
    ['without an unbonding period', { unbonding_period: 0n }, '07-tendermint/4'],
    ['without clock drift', { max_clock_drift: 0n }, '07-tendermint/7'],
    ['of another revision than its chain', { latest_height: height(1n, 4n) }, '07-tendermint/5'],
    ['at height zero', { latest_height: height(0n) }, '07-tendermint/5'],
    ['that trusts beyond the unbonding period', { trusting_period: 2000n * SECOND }, '07-tendermint/3'],
    ['without proof specs', { proof_specs: [] }, '07-tendermint/13'],
    ['that is frozen', { frozen_height: height(3n) }, 'client/29'],
  ])('%s is refused', (_, changes, expected) => {
    const { a, b } = startPair();
    const { codespace, code } = a.run(createClientMessage(b, changes));
    expect(`${codespace}/${code}`).toBe(expected);
  });

  test.each([
    ['an empty root', { root: { hash: '' } }, 'client/8'],
    ['a validators hash of five bytes', { next_validators_hash: '0102030405' }, 'undefined/1'],
    ['no time', { timestamp: 0n }, 'client/8'],
    ['a time that is out of the trusting period', { timestamp: SECOND }, 'client/29'],
  ])('with %s is refused', (_, changes, expected) => {
    const { a, b } = startPair();
    const { codespace, code } = a.run(createClientMessage(b, {}, changes));
    expect(`${codespace}/${code}`).toBe(expected);
  });

  test('with a trust level out of range has no code of its own in older releases', () => {
    const { a, b } = startPair(OLD);
    const result = a.run(createClientMessage(b, { trust_level: { numerator: 1n, denominator: 0n } }));
    expect(result).toEqual({ codespace: 'undefined', code: 1 });
  });
});

describe('a header that is shown to a client', () => {
  test('adds its height to the client', () => {
    const pair = started();
    expect(update(pair, pair.b.header(3n, TRUSTED))).toBe('/0');
    expect(pair.a.row(clientStates, clientStates.key(CLIENT))?.latest_height.revision_height).toBe(3n);
    expect(pair.a.row(consensusStates, consensusStates.key(CLIENT, 0n, 3n))?.root.hash).toBe(pair.b.root(2n));
  });

  test('may be older than the newest one', () => {
    const pair = started();
    update(pair, pair.b.header(4n, TRUSTED));
    expect(update(pair, pair.b.header(3n, TRUSTED))).toBe('/0');
    expect(pair.a.row(clientStates, clientStates.key(CLIENT))?.latest_height.revision_height).toBe(4n);
  });

  test('does nothing when the client has it already', () => {
    const pair = started();
    update(pair, pair.b.header(3n, TRUSTED));
    expect(update(pair, pair.b.header(3n, TRUSTED))).toBe('/0');
    expect(pair.a.step.observation.changes).toEqual([]);
  });

  const half = validatorSet(10n, 10n, 10n, 10n).slice(0, 2);
  const set = validatorSet(10n, 10n, 10n, 10n);
  const others = validatorSet(1n, 1n, 1n, 1n, 90n, 90n, 90n);
  test.each<[string, Partial<HeaderClaim>, string]>([
    ['with a wrong signature', tampered('signature'), 'undefined/1'],
    ['whose app hash is not what was signed', tampered('app-hash'), 'undefined/1'],
    ['with trusted validators that nobody announced', { trusted_validators: others }, '07-tendermint/14'],
    ['with tampered trusted validators', tampered('trusted-validators'), '07-tendermint/14'],
    ['without trusted validators', { trusted_validators: [] }, 'undefined/1'],
    [
      'that is not above the trusted height',
      { height: { revision_number: 0n, revision_height: 1n } },
      '07-tendermint/5',
    ],
    ['of another revision', { height: { revision_number: 1n, revision_height: 3n } }, '07-tendermint/5'],
    ['that trusts a height never seen', { trusted_height: { revision_number: 0n, revision_height: 2n } }, 'client/7'],
    ['of another chain', { chain_id: 'chain-c' }, 'undefined/1'],
    ['that is no later than the trusted one', { time: 1n }, 'undefined/1'],
    ['that half of its validators signed', { signed: half.map(({ address }) => address) }, 'undefined/1'],
    [
      'that only new validators signed',
      { validators: others, signed: others.slice(0, 3).map(({ address }) => address) },
      'undefined/1',
    ],
  ])('%s is refused', (_, changes, expected) => {
    const pair = started();
    expect(update(pair, pair.b.header(3n, TRUSTED, changes))).toBe(expected);
  });

  test('is refused from the future on, beyond the clock drift', () => {
    const pair = started();
    const limit = pair.a.time + SECOND + 10n * SECOND;
    expect(update(pair, pair.b.header(3n, TRUSTED, { time: limit }))).toBe('undefined/1');
    expect(update(pair, pair.b.header(3n, TRUSTED, { time: limit }))).toBe('/0');
  });

  test('of the next height needs the announced validators, and of a later one only a third of them', () => {
    const pair = started();
    const strangers = { validators: validatorSet(10n, 10n, 10n, 10n, 5n) };
    const signed = strangers.validators.map(({ address }) => address);
    expect(update(pair, pair.b.header(2n, TRUSTED, { ...strangers, signed }))).toBe('undefined/1');
    expect(update(pair, pair.b.header(3n, TRUSTED, { ...strangers, signed }))).toBe('/0');
  });

  test('needs more than a third of what is trusted and more than two thirds of its own', () => {
    const pair = started();
    const powers = validatorSet(10n, 10n, 10n);
    const hash = validatorsHash(powers);
    update(pair, pair.b.header(3n, TRUSTED, { next_validators_hash: hash }));
    const two = { validators: powers, trusted_validators: powers, signed: powers.slice(1).map((v) => v.address) };
    expect(update(pair, pair.b.header(4n, 3n, two))).toBe('undefined/1');
    const all = { ...two, signed: powers.map((v) => v.address) };
    expect(update(pair, pair.b.header(4n, 3n, all))).toBe('/0');
    expect(set.length).toBe(4);
  });

  test('is refused by a client that does not exist, in words that differ by release', () => {
    const fresh = started(NEW);
    const older = started(OLD);
    expect(codes(fresh)).toEqual(['client/29', 'host/2', 'host/2', 'client/32']);
    expect(codes(older)).toEqual(['client/4', 'host/2', 'host/2', 'client/4']);
  });

  test('is refused by an expired client', () => {
    const pair = started();
    pair.a.time += 1000n * SECOND;
    expect(update(pair, pair.b.header(3n, TRUSTED))).toBe('client/29');
  });
});

describe('a header that contradicts what a client knows', () => {
  test.each<[string, bigint, Partial<HeaderClaim>]>([
    ['at a height that is known', 4n, { app_hash: 'ff' }],
    ['that is no earlier than the one after it', 3n, { time: 1_767_225_600n * SECOND + 5n * SECOND }],
  ])('%s freezes it', (_, at, changes) => {
    const pair = started();
    update(pair, pair.b.header(4n, TRUSTED));
    expect(update(pair, pair.b.header(at, TRUSTED, changes))).toBe('/0');
    const frozen = pair.a.row(clientStates, clientStates.key(CLIENT));
    expect(frozen).toMatchObject({ frozen_height: { revision_number: 0n, revision_height: 1n } });
    expect(pair.a.step.observation.changes).toHaveLength(1);
    expect(update(pair, pair.b.header(3n, TRUSTED))).toBe('client/29');
  });
});

describe('an update of a client', () => {
  test('forgets its oldest consensus state when that has expired, and only that one', () => {
    const pair = started();
    const { a, b } = pair;
    update(pair, b.header(2n, TRUSTED));
    b.time += 900n * SECOND;
    a.time += 900n * SECOND;
    b.run();
    update(pair, b.header(b.height, 2n));
    a.time += 150n * SECOND;
    b.time += 150n * SECOND;
    b.run();
    expect(update(pair, b.header(b.height, b.height - 1n))).toBe('/0');
    expect(a.row(consensusStates, consensusStates.key(CLIENT, 0n, 1n))).toBeUndefined();
    expect(a.row(processedTimes, processedTimes.key(CLIENT, 0n, 1n))).toBeUndefined();
    expect(a.row(processedHeights, processedHeights.key(CLIENT, 0n, 1n))).toBeUndefined();
    expect(a.row(iterationKeys, iterationKeys.key(CLIENT, 0n, 1n))).toBeUndefined();
    expect(a.row(consensusStates, consensusStates.key(CLIENT, 0n, 2n))).toBeDefined();
  });
});
