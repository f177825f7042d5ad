import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import type { Packet } from '../../specs/block.ts';
import { writeValidatorSetChange } from '../../specs/ccv-packet.ts';
import {
  heightToValsetUpdateId,
  outstandingDowntime,
  pendingChanges,
  providerChannel,
} from '../../specs/tables/consumer.ts';
import { bech32 } from '../bech32.ts';
import { Refusal } from '../refusal.ts';
import { consumerApp } from './app.ts';
import { contextFor } from './testing.ts';

const address = 'ab'.repeat(20);
const key = 'cd'.repeat(32);

function packet(data: string, channel = 'channel-0'): Packet {
  return {
    sequence: 1n,
    source_port: 'provider',
    source_channel: 'channel-0',
    destination_port: 'consumer',
    destination_channel: channel,
    data,
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: 1n,
  };
}

const vsc = (id: bigint, power: bigint, slashAcks: readonly string[] = []) =>
  writeValidatorSetChange({ updates: [{ pubKey: key, power }], valsetUpdateId: id, slashAcks });
const answer = (data: string) => text(consumerApp.onRecvPacket(contextFor(), packet(data), '').acknowledgement);
const text = (hex: string) => Buffer.from(hex, 'hex').toString();

describe('a VSC packet', () => {
  test('establishes the channel, stores pending changes and maps the next height', () => {
    const context = contextFor({ height: 7n });
    const { acknowledgement, success } = consumerApp.onRecvPacket(context, packet(vsc(4n, 5n)), '');
    expect([text(acknowledgement), success]).toEqual(['{"result":"AQ=="}', true]);
    expect(context.draft.get(providerChannel, SINGLETON)).toBe('channel-0');
    expect(context.draft.get(heightToValsetUpdateId, heightToValsetUpdateId.key(8n))).toBe(4n);
    expect(context.draft.get(pendingChanges, SINGLETON)?.validator_updates).toEqual([
      { pub_key: { ed25519: key }, power: 5n },
    ]);
  });

  test('is merged with an earlier one of the same block', () => {
    const context = contextFor();
    consumerApp.onRecvPacket(context, packet(vsc(4n, 5n)), '');
    consumerApp.onRecvPacket(context, packet(vsc(5n, 6n)), '');
    expect(context.draft.get(pendingChanges, SINGLETON)?.validator_updates).toEqual([
      { pub_key: { ed25519: key }, power: 6n },
    ]);
    expect(context.draft.get(heightToValsetUpdateId, heightToValsetUpdateId.key(8n))).toBe(5n);
  });

  test('clears the outstanding downtime that it acknowledges, whatever prefix the address has', () => {
    const context = contextFor();
    context.draft.set(outstandingDowntime, address, '');
    consumerApp.onRecvPacket(context, packet(vsc(4n, 5n, [bech32('cosmosvalcons', address), 'nonsense'])), '');
    expect(context.draft.has(outstandingDowntime, address)).toBe(false);
  });

  test('gets an error acknowledgement if it is malformed or has no id', () => {
    expect(answer('00')).toBe('{"error":"ABCI code: 29: error handling packet: see events for details"}');
    expect(answer(vsc(0n, 5n))).toBe('{"error":"ABCI code: 1: error handling packet: see events for details"}');
  });

  test('on a channel other than the established one makes the transaction fail', () => {
    const context = contextFor();
    consumerApp.onRecvPacket(context, packet(vsc(4n, 5n)), '');
    expect(() => consumerApp.onRecvPacket(context, packet(vsc(5n, 6n), 'channel-1'), '')).toThrow(Refusal);
  });
});
