import { SINGLETON } from '../../../specs/key.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Packet } from '../../../specs/block.ts';
import { writeSlashRequest, type SlashRequest } from '../../../specs/ccv-packet.ts';
import { signingInfos } from '../../../specs/tables/slashing.ts';
import { infractionParameters, slashAcks, slashLog, slashMeter } from '../../../specs/tables/provider.ts';
import { validators } from '../../../specs/tables/staking/validator.ts';
import { bech32 } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { setPhase } from '../consumer.ts';
import { accountOf, addressOf, openChannel, startWithConsumer } from '../testing.ts';
import { receiveSlash } from './receive.ts';

const PERCENT = 10n ** 16n;

describe('a slash packet (ICS-028, ADR-002, ADR-008)', () => {
  let context: Context;

  beforeEach(() => {
    context = startWithConsumer([60n, 40n]).context();
    openChannel(context);
  });

  const receive = (request: Partial<SlashRequest>) =>
    receiveSlash(
      context,
      packet(
        writeSlashRequest({
          address: addressOf('v1'),
          power: 40n,
          valsetUpdateId: 0n,
          infraction: 'downtime',
          ...request,
        }),
      ),
    );
  const isJailed = () => context.draft.get(validators, accountOf('v1'))?.jailed;
  const acks = () => context.draft.get(slashAcks, '0')?.addresses ?? [];

  test('for downtime jails the validator and is acknowledged', () => {
    expect(receive({})).toBe('handled');
    expect(isJailed()).toBe(true);
    expect(context.draft.get(validators, accountOf('v1'))?.tokens).toBe(40_000_000n);
    expect(context.draft.get(signingInfos, addressOf('v1'))?.jailed_until).toBe(
      context.block.time + 600n * 1_000_000_000n,
    );
    expect(acks()).toEqual([bech32('cosmosvalcons', addressOf('v1'))]);
    // The allowance is 5 percent of 100.
    expect(context.draft.get(slashMeter, SINGLETON)).toBe(5n - 40n);
  });

  test('slashes by the infraction parameters of the consumer (ADR-020)', () => {
    const parameters = context.draft.get(infractionParameters, '0');
    if (parameters === undefined) throw new Error('no parameters');
    const downtime = { ...parameters.downtime, slash_fraction: 10n * PERCENT };
    context.draft.set(infractionParameters, '0', { ...parameters, downtime });
    receive({});
    expect(context.draft.get(validators, accountOf('v1'))?.tokens).toBe(36_000_000n);
  });

  test('is bounced while the meter is negative', () => {
    context.draft.set(slashMeter, SINGLETON, -1n);
    expect(receive({})).toBe('bounced');
    expect(isJailed()).toBe(false);
    expect(acks()).toEqual([]);
  });

  test('a second one does not decrease the meter', () => {
    receive({});
    context.draft.set(slashMeter, SINGLETON, 1n);
    expect(receive({})).toBe('handled');
    expect(context.draft.get(slashMeter, SINGLETON)).toBe(1n);
    expect(acks()).toHaveLength(2);
  });

  test('for a double sign is only logged', () => {
    expect(receive({ infraction: 'double-sign' })).toBe('noted');
    expect(context.draft.has(slashLog, addressOf('v1'))).toBe(true);
    expect(isJailed()).toBe(false);
  });

  test('for a validator outside the consumer’s set is acknowledged and does nothing', () => {
    expect(receive({ address: addressOf('stranger') })).toBe('handled');
    expect(acks()).toHaveLength(1);
  });

  test('of a stopped consumer is acknowledged and does nothing', () => {
    setPhase(context, '0', 'CONSUMER_PHASE_STOPPED');
    expect(receive({})).toBe('handled');
    expect(isJailed()).toBe(false);
  });

  test('without power, or of an unknown update, is an error', () => {
    expect(receive({ power: 0n })).toEqual({ error: 1 });
    expect(receive({ valsetUpdateId: 999n })).toEqual({ error: 1 });
  });

  test.each([
    ['that is no JSON', 'slash them'],
    ['with a field that nobody knows', '{"more":""}'],
    ['of a type that nobody knows', '{"type":"CONSUMER_PACKET_TYPE_REWARD"}'],
    ['with a number that is too large', slashText.replace('"40"', '"9223372036854775808"')],
  ])('%s is an error', (_, text) => {
    expect(receiveSlash(context, packet(hexOf(text)))).toEqual({ error: 29 });
  });

  test.each([
    ['without a type', '{}'],
    ['without a validator', slashText.replace(/"validator":\{[^}]*\},/u, '')],
    ['without an infraction', slashText.replace(/,"infraction":"[A-Z_]*"/u, '')],
  ])('%s is an error', (_, text) => {
    expect(receiveSlash(context, packet(hexOf(text)))).toEqual({ error: 1 });
  });

  test('is read with the names of either version of the format', () => {
    expect(receiveSlash(context, packet(hexOf(slashText.replace('_TYPE_DOWNTIME', '_DOWNTIME'))))).toBe('handled');
    expect(isJailed()).toBe(true);
  });

  test('without data makes the transaction panic', () => {
    const nothing = packet(hexOf('{"type":"CONSUMER_PACKET_TYPE_SLASH"}'));
    expect(() => receiveSlash(context, nothing)).toThrow('says nothing');
  });

  test('with more power than is staked at all is an error', () => {
    expect(receive({ power: 10n ** 12n })).toEqual({ error: 1 });
  });

  test('with a power below zero jails, and burns nothing', () => {
    expect(receive({ power: -1n })).toBe('handled');
    expect(isJailed()).toBe(true);
    expect(context.draft.get(validators, accountOf('v1'))?.tokens).toBe(40_000_000n);
  });

  test('of the type VSCMatured is acknowledged and does nothing', () => {
    const matured = '{"type":"CONSUMER_PACKET_TYPE_VSCM","vscMaturedPacketData":{"valset_update_id":"1"}}';
    expect(receiveSlash(context, packet(hexOf(matured)))).toBe('noted');
  });
});

const slashText = Buffer.from(
  writeSlashRequest({ address: addressOf('v1'), power: 40n, valsetUpdateId: 0n, infraction: 'downtime' }),
  'hex',
).toString();

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

function packet(data: string): Packet {
  return {
    sequence: 1n,
    source_port: 'consumer',
    source_channel: 'channel-0',
    destination_port: 'provider',
    destination_channel: 'channel-0',
    data,
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: 1n,
  };
}
