import { describe, expect, test } from 'vitest';
import {
  consumerChainIds,
  consumerOwners,
  consumerPhases,
  infractionParameters,
  infractionQueue,
  queuedInfractionParameters,
  removalQueue,
  spawnQueue,
} from '../../../specs/tables/provider.ts';
import { bech32 } from '../../bech32.ts';
import {
  accountOf,
  change,
  creation,
  initialization,
  removal,
  shaping,
  START,
  startProvider,
  startWithConsumer,
} from '../testing.ts';

const DAY = 86_400n * 1_000_000_000n;
const LATER = START + DAY;
const OK = '/0';

describe('MsgCreateConsumer', () => {
  test('registers a consumer, and plans its launch when there is a spawn time', () => {
    const provider = startProvider([1n]);
    expect(provider.send(creation(null))).toBe(OK);
    expect(provider.send(creation(LATER))).toBe(OK);
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_REGISTERED');
    expect(provider.row(consumerPhases, '1')).toBe('CONSUMER_PHASE_INITIALIZED');
    expect(provider.rows(spawnQueue)).toEqual([[LATER.toString(), { ids: ['1'] }]]);
    expect(provider.row(infractionParameters, '0')?.downtime.slash_fraction).toBe(0n);
  });

  test.each([
    ['no chain id', { chain_id: ' ' }, 'provider/44'],
    ['a reserved chain id', { chain_id: 'stride-1' }, 'provider/44'],
    ['no name', { metadata: { name: '', description: 'd', metadata: 'm' } }, 'provider/44'],
    ['an unbonding period of nothing', initial({ unbonding_period: 0n }), 'provider/44'],
    ['another revision than the chain id', initial({ initial_height: height(2n) }), 'provider/30'],
    ['no initialization and no revision 1', { chain_id: 'c', initialization_parameters: null }, 'provider/30'],
    ['a top N', { power_shaping_parameters: shaping({ top_N: 60 }) }, 'undefined/1'],
    [
      'a power cap above all power',
      { power_shaping_parameters: shaping({ validators_power_cap: 101 }) },
      'provider/44',
    ],
    ['a list of no addresses', { power_shaping_parameters: shaping({ denylist: ['v0'] }) }, 'provider/44'],
    ['four denominations', { allowlisted_reward_denoms: { denoms: ['aaa', 'bbb', 'ccc', 'ddd'] } }, 'provider/44'],
    ['a fraction above 1', { infraction_parameters: infractions(2n * 10n ** 18n) }, 'provider/44'],
  ])('with %s is refused', (_, fields, code) => {
    expect(startProvider([1n]).send(creation(LATER, fields))).toBe(code);
  });
});

describe('MsgUpdateConsumer', () => {
  test('reschedules a launch, and cancels it', () => {
    const provider = startProvider([1n]);
    provider.block([creation(LATER)]);
    const moved = initialization(LATER + DAY);
    expect(provider.send(change('0', { initialization_parameters: moved }))).toBe(OK);
    expect(provider.rows(spawnQueue)).toEqual([[(LATER + DAY).toString(), { ids: ['0'] }]]);
    expect(provider.send(change('0', { initialization_parameters: initialization(null) }))).toBe(OK);
    expect(provider.rows(spawnQueue)).toEqual([]);
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_REGISTERED');
  });

  test('transfers a consumer to a new owner', () => {
    const provider = startProvider([1n]);
    const alice = bech32('cosmos', accountOf('alice'));
    provider.block([creation(null), change('0', { new_owner_address: alice })]);
    expect(provider.row(consumerOwners, '0')).toBe(alice);
    expect(provider.send(change('0'))).toBe('provider/25');
    expect(provider.send(change('0', { owner: alice, new_chain_id: 'other-1' }))).toBe(OK);
    expect(provider.row(consumerChainIds, '0')).toBe('other-1');
  });

  test.each([
    ['no number', 'x', {}, 'provider/45'],
    ['an unknown consumer', '9', {}, 'provider/27'],
    ['no address', '0', { new_owner_address: 'nobody' }, 'provider/38'],
    ['a reserved chain id', '0', { new_chain_id: 'neutron-1' }, 'provider/45'],
    ['a top N that is not for its owner to choose', '0', top(60), 'provider/39'],
    ['a top N below 50', '0', top(49), 'provider/45'],
    [
      'another revision',
      '0',
      { initialization_parameters: initialization(null, { initial_height: height(3n) }) },
      'provider/30',
    ],
  ])('with %s is refused', (_, id, fields, code) => {
    const provider = startProvider([1n]);
    provider.block([creation(null)]);
    expect(provider.send(change(id, fields))).toBe(code);
  });

  test('cannot change the initialization parameters after the launch', () => {
    const provider = startWithConsumer([1n]);
    expect(provider.send(change('0', { initialization_parameters: initialization(LATER) }))).toBe('provider/45');
    expect(provider.send(change('0', { new_chain_id: 'other-1' }))).toBe('provider/27');
  });

  test('lets infraction parameters wait for the unbonding period after the launch (ADR-020)', () => {
    const provider = startWithConsumer([1n]);
    const before = provider.row(infractionParameters, '0');
    expect(provider.send(change('0', { infraction_parameters: infractions(7n) }))).toBe(OK);
    expect(provider.row(infractionParameters, '0')).toEqual(before);
    expect(provider.row(queuedInfractionParameters, '0')?.downtime.slash_fraction).toBe(7n);
    provider.block([], 21 * 86_400);
    expect(provider.row(infractionParameters, '0')?.downtime.slash_fraction).toBe(7n);
    expect(provider.rows(infractionQueue)).toEqual([]);
  });

  test('with the current infraction parameters cancels a queued change', () => {
    const provider = startWithConsumer([1n]);
    const { downtime, double_sign } = provider.row(infractionParameters, '0') ?? {};
    provider.block([change('0', { infraction_parameters: infractions(7n) })]);
    provider.block([
      change('0', { infraction_parameters: { downtime: downtime ?? null, double_sign: double_sign ?? null } }),
    ]);
    expect(provider.rows(queuedInfractionParameters)).toEqual([]);
    expect(provider.rows(infractionQueue)).toEqual([]);
  });
});

describe('MsgRemoveConsumer', () => {
  test('stops a launched consumer, which is deleted after the unbonding period', () => {
    const provider = startWithConsumer([1n]);
    expect(provider.send(removal('0'))).toBe(OK);
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_STOPPED');
    expect(provider.rows(removalQueue)).toHaveLength(1);
    provider.block([], 21 * 86_400);
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_DELETED');
    expect(provider.rows(removalQueue)).toEqual([]);
  });

  test.each([
    ['of no number', 'x', 'owner', 'CCV/19'],
    ['of an unknown consumer', '9', 'owner', 'provider/37'],
    ['by another account', '0', 'alice', 'provider/25'],
    ['before the launch', '0', 'owner', 'provider/27'],
  ])('%s is refused', (_, id, by, code) => {
    const provider = startProvider([1n]);
    provider.block([creation(null)]);
    expect(provider.send(removal(id, by))).toBe(code);
  });
});

function height(revision: bigint) {
  return { revision_number: revision, revision_height: 1n };
}

function initial(fields: Parameters<typeof initialization>[1]) {
  return { initialization_parameters: initialization(LATER, fields) };
}

function top(percent: number) {
  return { power_shaping_parameters: shaping({ top_N: percent }) };
}

function infractions(fraction: bigint) {
  return { double_sign: null, downtime: { slash_fraction: fraction, jail_duration: 1n, tombstone: false } };
}
