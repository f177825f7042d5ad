import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import { providerChannel, providerClient } from '../../specs/tables/consumer.ts';
import { connections, type ConnectionRow } from '../../specs/tables/ibc/connection.ts';
import { readHandshakeMetadata } from '../ccv/handshake-metadata.ts';
import type { ChannelOpening, Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { consumerApp } from './app.ts';
import { contextFor } from './testing.ts';

const right: ChannelOpening = {
  ordering: 'ORDER_ORDERED',
  connectionHops: ['connection-0'],
  portId: 'consumer',
  channelId: 'channel-0',
  counterpartyPortId: 'provider',
  counterpartyChannelId: '',
  version: '1',
  counterpartyVersion: '',
};

function chain(): Context {
  const context = contextFor();
  context.draft.set(providerClient, SINGLETON, '07-tendermint-0');
  for (const number of [0, 1]) {
    const row = { client_id: `07-tendermint-${number}` } as ConnectionRow;
    context.draft.set(connections, `connection-${number}`, row);
  }
  return context;
}

function refusalOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return `${error.codespace}/${error.code}`;
    throw error;
  }
  return 'accepted';
}

describe('the opening of the CCV channel', () => {
  test('is accepted with the version or without one', () => {
    expect(consumerApp.onChanOpenInit(chain(), right)).toBe('1');
    expect(consumerApp.onChanOpenInit(chain(), { ...right, version: ' ' })).toBe('1');
  });

  test.each<[string, Partial<ChannelOpening>]>([
    ['channel/6', { ordering: 'ORDER_UNORDERED' }],
    ['port/4', { portId: 'consumer2' }],
    ['port/4', { counterpartyPortId: 'transfer' }],
    ['CCV/2', { version: 'ccv-1' }],
    ['channel/15', { connectionHops: [] }],
    ['connection/3', { connectionHops: ['connection-9'] }],
    ['client/3', { connectionHops: ['connection-1'] }],
  ])('is refused with %s for %o', (refusal, wrong) => {
    expect(refusalOf(() => consumerApp.onChanOpenInit(chain(), { ...right, ...wrong }))).toBe(refusal);
  });

  test('is refused once a channel is established', () => {
    const context = chain();
    context.draft.set(providerChannel, SINGLETON, 'channel-0');
    expect(refusalOf(() => consumerApp.onChanOpenInit(context, right))).toBe('CCV/5');
    expect(refusalOf(() => consumerApp.onChanOpenAck(context, 'consumer', 'channel-1', 'channel-1', ''))).toBe('CCV/5');
  });

  test('never reaches the try or confirm step on the consumer', () => {
    expect(refusalOf(() => consumerApp.onChanOpenTry(chain(), right))).toBe('CCV/3');
    expect(refusalOf(() => consumerApp.onChanOpenConfirm(chain(), 'consumer', 'channel-0'))).toBe('CCV/3');
  });
});

describe('closing a channel', () => {
  test('is allowed only for channels other than the established one', () => {
    const context = chain();
    expect(refusalOf(() => consumerApp.onChanCloseInit(context, 'consumer', 'channel-1'))).toBe('sdk/18');
    context.draft.set(providerChannel, SINGLETON, 'channel-0');
    expect(refusalOf(() => consumerApp.onChanCloseInit(context, 'consumer', 'channel-1'))).toBe('accepted');
    expect(refusalOf(() => consumerApp.onChanCloseInit(context, 'consumer', 'channel-0'))).toBe('sdk/18');
  });
});

test('the handshake metadata are read from the channel version', () => {
  expect(readHandshakeMetadata('\n\u0007cosmos1\u0012\u00011')).toEqual({
    providerFeePoolAddr: 'cosmos1',
    version: '1',
  });
  expect(readHandshakeMetadata('1')).toBeUndefined();
});
