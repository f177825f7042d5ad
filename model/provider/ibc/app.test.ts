import { describe, expect, test } from 'vitest';
import type { Packet } from '../../../specs/block.ts';
import {
  channelToConsumer,
  clientToConsumer,
  consumerToChannel,
  initChainHeights,
} from '../../../specs/tables/provider.ts';
import type { ChannelOpening, Context } from '../../context.ts';
import { bech32 } from '../../bech32.ts';
import { moduleAddress } from '../../sdk/auth/module-accounts.ts';
import { phaseOf } from '../consumer.ts';
import { openChannel, openConnection, startWithConsumer } from '../testing.ts';
import { providerApp } from './app.ts';

const opening: ChannelOpening = {
  ordering: 'ORDER_ORDERED',
  connectionHops: ['connection-0'],
  portId: 'provider',
  channelId: 'channel-0',
  counterpartyPortId: 'consumer',
  counterpartyChannelId: 'channel-0',
  version: '1',
  counterpartyVersion: '1',
};

function connected(): Context {
  const context = startWithConsumer([1n]).context();
  openConnection(context);
  return context;
}

const hex = (text: string) => Buffer.from(text).toString('hex');

const refusal = (codespace: string, code: number) => expect.objectContaining({ codespace, code });

describe('the handshake of a CCV channel (ICS-028)', () => {
  test('returns the address of the reward pool', () => {
    const pool = bech32('cosmos', moduleAddress('consumer_rewards_pool'));
    expect(providerApp.onChanOpenTry(connected(), opening)).toBe(
      `\n${String.fromCharCode(pool.length)}${pool}\x12\x011`,
    );
  });

  test.each<[string, Partial<ChannelOpening>, string, number]>([
    ['an unordered channel', { ordering: 'ORDER_UNORDERED' }, 'channel', 6],
    ['another port', { portId: 'providers' }, 'port', 4],
    ['another port of the consumer', { counterpartyPortId: 'transfer' }, 'port', 4],
    ['another version', { counterpartyVersion: '2' }, 'CCV', 2],
    ['two hops', { connectionHops: ['connection-0', 'connection-0'] }, 'channel', 15],
    ['an unknown connection', { connectionHops: ['connection-7'] }, 'connection', 3],
  ])('refuses %s', (_, fields, codespace, code) => {
    expect(() => providerApp.onChanOpenTry(connected(), { ...opening, ...fields })).toThrow(refusal(codespace, code));
  });

  test('refuses a client that belongs to no consumer', () => {
    const context = connected();
    context.draft.delete(clientToConsumer, '07-tendermint-0');
    expect(() => providerApp.onChanOpenTry(context, opening)).toThrow(refusal('CCV', 15));
  });

  test('is begun by the consumer', () => {
    expect(() => providerApp.onChanOpenInit(connected(), opening)).toThrow(refusal('CCV', 3));
    expect(() => providerApp.onChanOpenAck(connected(), 'provider', 'channel-0', 'channel-0', '1')).toThrow(
      refusal('CCV', 3),
    );
  });

  test('ends with the channel of the consumer, of which there is one', () => {
    const context = connected();
    openChannel(context);
    context.draft.delete(consumerToChannel, '0');
    providerApp.onChanOpenConfirm(context, 'provider', 'channel-0');
    expect(context.draft.get(consumerToChannel, '0')).toBe('channel-0');
    expect(context.draft.get(channelToConsumer, 'channel-0')).toBe('0');
    expect(context.draft.get(initChainHeights, '0')).toBe(context.block.height);
    expect(() => providerApp.onChanOpenConfirm(context, 'provider', 'channel-0')).toThrow(refusal('CCV', 5));
    expect(() => providerApp.onChanOpenTry(context, opening)).toThrow(refusal('CCV', 5));
  });

  test('can not be closed by a user', () => {
    expect(() => providerApp.onChanCloseInit(connected(), 'provider', 'channel-0')).toThrow(refusal('sdk', 18));
  });
});

describe('the acknowledgement of a VSC packet', () => {
  const packet = { source_channel: 'channel-0' } as Packet;

  function answered(acknowledgement: string): Context {
    const context = connected();
    openChannel(context);
    providerApp.onAcknowledgementPacket(context, packet, hex(acknowledgement));
    return context;
  }

  test('changes nothing unless it is an error, which stops the consumer', () => {
    expect(phaseOf(answered('{"result":"AQ=="}'), '0')).toBe('CONSUMER_PHASE_LAUNCHED');
    expect(phaseOf(answered('{"error":"ABCI code: 1"}'), '0')).toBe('CONSUMER_PHASE_STOPPED');
  });

  test('is refused when it is malformed', () => {
    expect(() => answered('no json')).toThrow(refusal('sdk', 6));
  });

  test('that never comes stops the consumer', () => {
    const context = connected();
    openChannel(context);
    providerApp.onTimeoutPacket(context, packet);
    expect(phaseOf(context, '0')).toBe('CONSUMER_PHASE_STOPPED');
  });
});
