import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import {
  channelToConsumer,
  consumerClients,
  consumerPhases,
  consumerToChannel,
  lastProviderConsensusValidators,
  pendingVscs,
  slashAcks,
  slashMeter,
} from '../../specs/tables/provider.ts';
import type { Context } from '../context.ts';
import { importProvider } from './exported-genesis.ts';
import { keyOf, startProvider } from './testing.ts';

const vsc = { validator_updates: [], valset_update_id: 3n, slash_acks: [] };

/** A provider whose consumers 0 and 1 have a client and 2 has none; only 0 has a channel. */
function exported(): Context {
  const context = startProvider([5n, 4n]).context();
  const { draft } = context;
  for (const address of [...draft.entries(lastProviderConsensusValidators)].map(([key]) => key)) {
    draft.delete(lastProviderConsensusValidators, address);
  }
  for (const id of ['0', '1', '2']) {
    draft.set(consumerPhases, id, id === '2' ? 'CONSUMER_PHASE_DELETED' : 'CONSUMER_PHASE_LAUNCHED');
    draft.set(pendingVscs, id, { list: [vsc] });
    draft.set(slashAcks, id, { addresses: ['cosmosvalcons1'] });
    if (id !== '2') draft.set(consumerClients, id, `07-tendermint-${id}`);
  }
  draft.set(consumerToChannel, '0', 'channel-0');
  draft.set(channelToConsumer, 'channel-0', '0');
  draft.set(channelToConsumer, 'channel-9', '2');
  draft.set(slashMeter, SINGLETON, -7n);
  return context;
}

describe('a provider that starts from its own export', () => {
  test('starts with its consensus validators and a full slash meter', () => {
    const context = exported();
    expect(importProvider(context)).toEqual([
      { pubKey: keyOf('v0'), power: 5n },
      { pubKey: keyOf('v1'), power: 4n },
    ]);
    expect(context.draft.get(slashMeter, SINGLETON)).toBe(1n);
  });

  test('keeps only consumers with a client, and their channels', () => {
    const context = exported();
    importProvider(context);
    expect([...context.draft.entries(consumerPhases)].map(([id]) => id)).toEqual(['0', '1']);
    expect([...context.draft.entries(channelToConsumer)]).toEqual([['channel-0', '0']]);
  });

  test('has acknowledgements for those with a channel and packets for those without', () => {
    const context = exported();
    importProvider(context);
    expect([...context.draft.entries(slashAcks)]).toEqual([['0', { addresses: ['cosmosvalcons1'] }]]);
    expect([...context.draft.entries(pendingVscs)]).toEqual([['1', { list: [vsc] }]]);
  });
});
