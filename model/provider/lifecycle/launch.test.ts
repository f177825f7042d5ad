import { describe, expect, test } from 'vitest';
import { clientStates, consensusStates } from '../../../specs/tables/ibc/client.ts';
import {
  clientToConsumer,
  consumerClients,
  consumerGenesis,
  consumerPhases,
  consumerValidators,
  evidenceMinHeights,
  initializationParameters,
  optedIn,
} from '../../../specs/tables/provider.ts';
import { NO_TIME, SECOND } from '../../../specs/value.ts';
import { applyUpdates, validatorsHash } from '../../consensus/validator-set.ts';
import {
  addressOf,
  byValidator,
  creation,
  keyJson,
  keyOf,
  shaping,
  START,
  startProvider,
  startWithConsumer,
} from '../testing.ts';

describe('a launch (ADR-019)', () => {
  test('stores the set, a client with its hash, and a genesis with its updates', () => {
    const provider = startWithConsumer([1n, 3n, 2n]);
    const updates = ['v1', 'v2', 'v0'].map((name, i) => ({ pubKey: keyOf(name), power: BigInt(3 - i) }));
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_LAUNCHED');
    expect(provider.row(consumerValidators, consumerValidators.key('0', addressOf('v1')))?.join_height).toBe(3n);
    expect(provider.row(consumerClients, '0')).toBe('07-tendermint-0');
    expect(provider.row(clientToConsumer, '07-tendermint-0')).toBe('0');
    expect(provider.row(evidenceMinHeights, '0')).toBe(1n);
    expect(provider.row(clientStates, clientStates.key('07-tendermint-0'))).toMatchObject({ chain_id: 'c-1' });
    expect(provider.row(consensusStates, consensusStates.key('07-tendermint-0', 1n, 1n))).toMatchObject({
      timestamp: START + 3n * SECOND,
      next_validators_hash: validatorsHash(applyUpdates([], updates)),
    });
    const genesis = provider.row(consumerGenesis, '0');
    expect(
      genesis?.provider.initial_val_set.map(({ pub_key: key, power }) => ({ pubKey: key.ed25519, power })),
    ).toEqual(updates);
    expect(genesis?.provider.client_state).toMatchObject({
      chain_id: 'provider',
      latest_height: { revision_height: 3n },
    });
    expect(genesis?.params).toMatchObject({ enabled: true, consumer_id: '0', soft_opt_out_threshold: '0' });
  });

  test('uses the keys that validators have chosen', () => {
    const provider = startProvider([1n]);
    provider.block([creation(START + 3n * SECOND)]);
    provider.block([byValidator('MsgOptIn', 'v0', '0', { consumer_key: keyJson('own') })]);
    provider.block();
    const [update] = provider.row(consumerGenesis, '0')?.provider.initial_val_set ?? [];
    expect(update?.pub_key.ed25519).toBe(keyOf('own'));
  });

  test('waits for the spawn time', () => {
    const provider = startProvider([1n]);
    provider.block([creation(START + 3n * SECOND)]);
    provider.block([byValidator('MsgOptIn', 'v0', '0')]);
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_INITIALIZED');
  });
});

describe('a launch that fails', () => {
  test('because nobody has opted in leaves the consumer registered without a spawn time', () => {
    const provider = startProvider([1n]);
    provider.block([creation(START + 2n * SECOND)]);
    provider.block();
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_REGISTERED');
    expect(provider.row(initializationParameters, '0')?.spawn_time).toBe(NO_TIME);
    expect(provider.rows(consumerClients)).toEqual([]);
  });

  test('because no active validator has opted in leaves no trace of the set', () => {
    const provider = startProvider([2n, 1n], { max_provider_consensus_validators: 1n });
    const power_shaping_parameters = shaping({ allow_inactive_vals: true });
    provider.block([creation(START + 3n * SECOND, { power_shaping_parameters })]);
    provider.block([byValidator('MsgOptIn', 'v1', '0')]);
    provider.block();
    expect(provider.row(consumerPhases, '0')).toBe('CONSUMER_PHASE_REGISTERED');
    expect(provider.rows(consumerValidators)).toEqual([]);
    expect(provider.rows(optedIn)).toHaveLength(1);
  });
});
