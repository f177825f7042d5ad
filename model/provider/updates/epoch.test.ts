import { SINGLETON } from '../../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import { readValidatorSetChange } from '../../../specs/ccv-packet.ts';
import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import { clientStates } from '../../../specs/tables/ibc/client.ts';
import {
  consumerValidators,
  pendingVscs,
  powerShaping,
  slashAcks,
  valsetUpdateBlockHeights,
  valsetUpdateId,
} from '../../../specs/tables/provider.ts';
import { lastValidatorPowers } from '../../../specs/tables/staking/validator.ts';
import type { Context } from '../../context.ts';
import { Halt } from '../../halt.ts';
import { phaseOf } from '../consumer.ts';
import {
  accountOf,
  addressOf,
  byValidator,
  delegation,
  keyJson,
  keyOf,
  openChannel,
  startProvider,
  startWithConsumer,
} from '../testing.ts';
import { queuePackets, sendPackets } from './epoch.ts';

const POWER = 1_000_000n;

/** A provider with a packet that waits for the channel, and the context after it with the channel open. */
function withPacket() {
  const provider = startWithConsumer([3n, 2n]);
  provider.block([delegation('alice', 'v1', 5n * POWER)]);
  const context = provider.context();
  openChannel(context);
  return context;
}

/** Why the program halts when packets are queued in this context. */
function haltIn(context: Context): string | undefined {
  try {
    queuePackets(context);
  } catch (error) {
    if (error instanceof Halt) return error.why;
    throw error;
  }
  return undefined;
}

describe('the set of a launched consumer that cannot be computed halts the provider, with its cause', () => {
  test('where the consumer has no power shaping parameters', () => {
    const context = startWithConsumer([3n, 2n]).context();
    context.draft.delete(powerShaping, '0');
    expect(haltIn(context)).toBe('provider/power-shaping-missing');
  });

  test('where no validator is among the top N', () => {
    const context = startWithConsumer([3n, 2n]).context();
    const shaping = context.draft.get(powerShaping, '0');
    if (shaping === undefined) throw new Error('the consumer has no power shaping parameters');
    context.draft.set(powerShaping, '0', { ...shaping, top_N: 60 });
    for (const name of ['v0', 'v1']) context.draft.delete(lastValidatorPowers, accountOf(name));
    expect(haltIn(context)).toBe('provider/top-n-empty');
  });
});

describe('validator set updates (ICS-028, ADR-014)', () => {
  test('increase their id only at the end of an epoch, and map it to the next block', () => {
    const provider = startProvider([1n], { blocks_per_epoch: 3n });
    for (let height = 1; height <= 4; height++) provider.block();
    expect(provider.row(valsetUpdateId, SINGLETON)).toBe(2n);
    expect(provider.rows(valsetUpdateBlockHeights)).toEqual([
      ['1', 4n],
      ['2', 5n],
    ]);
  });

  test('keep their id while they wait for the channel', () => {
    const provider = startWithConsumer([3n, 2n]);
    const id = provider.row(valsetUpdateId, SINGLETON) ?? 0n;
    provider.block([delegation('alice', 'v1', 5n * POWER)]);
    provider.block();
    const update = { pub_key: { ed25519: keyOf('v1') }, power: 7n };
    expect(provider.row(pendingVscs, '0')).toEqual({
      list: [{ validator_updates: [update], valset_update_id: id, slash_acks: [] }],
    });
  });

  test('replace a key that was changed, and keep the height at which the validator joined', () => {
    const provider = startWithConsumer([3n]);
    const before = provider.row(consumerValidators, consumerValidators.key('0', addressOf('v0')));
    provider.block([byValidator('MsgAssignConsumerKey', 'v0', '0', { consumer_key: keyJson('a') })]);
    expect(provider.row(pendingVscs, '0')?.list[0]?.validator_updates).toEqual([
      { pub_key: { ed25519: keyOf('v0') }, power: 0n },
      { pub_key: { ed25519: keyOf('a') }, power: 3n },
    ]);
    expect(provider.row(consumerValidators, consumerValidators.key('0', addressOf('v0')))?.join_height).toBe(
      before?.join_height,
    );
  });

  test('are returned to the engine for the most powerful validators only', () => {
    const provider = startProvider([3n, 2n], { max_provider_consensus_validators: 1n });
    const { validatorUpdates } = provider.block([delegation('alice', 'v1', 5n * POWER)]);
    expect(validatorUpdates).toEqual([
      { pubKey: keyOf('v0'), power: 0n },
      { pubKey: keyOf('v1'), power: 7n },
    ]);
  });
});

describe('sending packets', () => {
  test('empties the queue in its order', () => {
    const context = withPacket();
    sendPackets(context);
    expect(context.sentPackets.map(({ data }) => readValidatorSetChange(data)?.updates)).toEqual([
      [{ pubKey: keyOf('v1'), power: 7n }],
    ]);
    expect(context.sentPackets[0]?.timeout_timestamp).toBe(context.block.time + 2_419_200n * 1_000_000_000n);
    expect(context.draft.has(pendingVscs, '0')).toBe(false);
  });

  test('keeps the queue while the client is not active', () => {
    const context = withPacket();
    const key = clientStates.key('07-tendermint-0');
    const state = context.draft.get(clientStates, key);
    if (state?.['@type'] !== '/ibc.lightclients.tendermint.v1.ClientState') throw new Error('no client');
    context.draft.set(clientStates, key, { ...state, frozen_height: { revision_number: 0n, revision_height: 1n } });
    sendPackets(context);
    expect(context.draft.has(pendingVscs, '0')).toBe(true);
    expect(phaseOf(context, '0')).toBe('CONSUMER_PHASE_LAUNCHED');
  });

  test('stops the consumer when the channel is closed', () => {
    const context = withPacket();
    const key = channelEnds.key('provider', 'channel-0');
    const end = context.draft.get(channelEnds, key);
    if (end !== undefined) context.draft.set(channelEnds, key, { ...end, state: 'STATE_CLOSED' });
    sendPackets(context);
    expect(phaseOf(context, '0')).toBe('CONSUMER_PHASE_STOPPED');
    expect(context.sentPackets).toEqual([]);
  });
});

describe('slash acknowledgements', () => {
  test('wait for the next VSC packet', () => {
    const context = startWithConsumer([3n, 2n]).context();
    context.draft.set(slashAcks, '0', { addresses: ['cosmosvalcons1'] });
    queuePackets(context);
    expect(context.draft.get(pendingVscs, '0')).toBeUndefined();
    context.draft.set(lastValidatorPowers, accountOf('v1'), { value: 9n });
    queuePackets(context);
    expect(context.draft.get(pendingVscs, '0')?.list[0]?.slash_acks).toEqual(['cosmosvalcons1']);
    expect(context.draft.has(slashAcks, '0')).toBe(false);
  });
});
