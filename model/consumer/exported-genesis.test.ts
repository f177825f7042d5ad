import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import {
  crossChainValidators,
  initGenesisHeight,
  lastTransmission,
  outstandingDowntime,
  pendingPackets,
  pendingPacketsIndex,
  providerChannel,
  type PendingPacketRow,
} from '../../specs/tables/consumer.ts';
import { signingInfos } from '../../specs/tables/slashing.ts';
import { addressOfKey } from '../consensus/validator-set.ts';
import type { Context } from '../context.ts';
import { importConsumer } from './exported-genesis.ts';
import { contextFor } from './testing.ts';
import { applyValidatorUpdates } from './validators.ts';

const key = 'aa'.repeat(32);
const address = addressOfKey(key);
const packet = (id: bigint): PendingPacketRow => ({
  type: 'CONSUMER_PACKET_TYPE_SLASH',
  slashPacketData: {
    validator: { address, power: 5n },
    valset_update_id: id,
    infraction: 'INFRACTION_DOWNTIME',
  },
});

/** A consumer of one validator as its exported genesis has it, about to begin at height 7. */
function exported(): Context {
  const context = contextFor();
  applyValidatorUpdates(context, [{ pubKey: key, power: 5n }], () => undefined);
  context.draft.set(initGenesisHeight, SINGLETON, 0n);
  return context;
}

describe('a consumer that starts from its own export', () => {
  test('starts at its height with the same set, and calls the hooks again for each validator', () => {
    const context = exported();
    expect(importConsumer(context)).toEqual([{ pubKey: key, power: 5n }]);
    expect(context.draft.get(initGenesisHeight, SINGLETON)).toBe(7n);
    expect(context.draft.get(signingInfos, address)?.start_height).toBe(7n);
    expect(context.draft.size(crossChainValidators)).toBe(1);
  });

  test('renumbers the pending packets and keeps their order', () => {
    const context = exported();
    for (const index of [9n, 10n]) context.draft.set(pendingPackets, pendingPackets.key(index), packet(index));
    importConsumer(context);
    expect([...context.draft.entries(pendingPackets)]).toEqual([
      ['0', packet(9n)],
      ['1', packet(10n)],
    ]);
    expect(context.draft.get(pendingPacketsIndex, SINGLETON)).toBe(2n);
  });

  test('keeps the height of the last reward transmission only if it has a channel', () => {
    const [before, after] = [exported(), exported()];
    for (const { draft } of [before, after]) draft.set(lastTransmission, SINGLETON, { height: 5n });
    after.draft.set(providerChannel, SINGLETON, 'channel-0');
    importConsumer(before);
    importConsumer(after);
    expect(before.draft.get(lastTransmission, SINGLETON)).toBeUndefined();
    expect(after.draft.get(lastTransmission, SINGLETON)).toEqual({ height: 5n });
  });

  test('clears the outstanding downtime of its validators', () => {
    const context = exported();
    context.draft.set(providerChannel, SINGLETON, 'channel-0');
    context.draft.set(outstandingDowntime, address, '');
    context.draft.set(outstandingDowntime, 'bb', '');
    importConsumer(context);
    expect([...context.draft.entries(outstandingDowntime)]).toEqual([['bb', '']]);
  });
});
