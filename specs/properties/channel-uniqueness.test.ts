import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { providerChannel } from '../tables/consumer.ts';
import { connections, type ConnectionRow } from '../tables/ibc/connection.ts';
import { channelEnd, consumerId } from '../testing/chains.ts';
import { channelMapped, launched } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { channelUniqueness } from './channel-uniqueness.ts';

/** A provider with consumer 0 on connection-0, and the consumer. */
function history(): Story {
  const connection = put(connections, 'connection-0', { client_id: '07-tendermint-0' } as ConnectionRow);
  return new Story()
    .start('provider')
    .block('provider', { rows: [...launched('0', {}), connection] })
    .start('c0', { genesis: consumerId('0') });
}

const open = (channel: string, other: string) => ({
  provider: channelEnd('provider', channel, 'consumer', other, 'STATE_OPEN'),
  consumer: channelEnd('consumer', other, 'provider', channel, 'STATE_OPEN'),
});
const [first, second] = [open('channel-0', 'channel-0'), open('channel-1', 'channel-1')] as const;

describe('channel uniqueness', () => {
  test('accepts one channel that opens at both ends', () => {
    const { events } = history()
      .block('c0', { rows: [first.consumer] })
      .block('provider', { rows: [first.provider] });
    expect(firstViolation(channelUniqueness, events)).toBeUndefined();
  });

  test('accepts a second one that never opens at the provider', () => {
    const { events } = history()
      .block('c0', { rows: [first.consumer, second.consumer] })
      .block('provider', { rows: [first.provider] });
    expect(firstViolation(channelUniqueness, events)).toBeUndefined();
  });

  test('rejects two that are open at both ends', () => {
    const { events } = history()
      .block('c0', { rows: [first.consumer, second.consumer] })
      .block('provider', { rows: [first.provider] })
      .block('provider', { rows: [second.provider] });
    expect(firstViolation(channelUniqueness, events)?.because).toBe(
      'consumer 0 has several CCV channels open at both ends: channel-0 with channel-0, channel-1 with channel-1',
    );
  });

  test('rejects a provider that replaces the CCV channel', () => {
    const { events } = history().block('provider', { rows: channelMapped('0', 'channel-4') });
    expect(firstViolation(channelUniqueness, events)?.because).toContain('however it had channel-0 before');
  });

  test('rejects a consumer that replaces the CCV channel', () => {
    const { events } = history()
      .block('c0', { rows: [put(providerChannel, SINGLETON, 'channel-0')] })
      .block('c0', { rows: [put(providerChannel, SINGLETON, 'channel-1')] });
    expect(firstViolation(channelUniqueness, events)?.because).toContain('however it was channel-0 before');
  });

  test('rejects one channel for two consumers', () => {
    const rows = [...channelMapped('1', 'channel-7'), ...channelMapped('2', 'channel-7')];
    expect(firstViolation(channelUniqueness, history().block('provider', { rows }).events)?.because).toBe(
      'channel-7 is the channel of consumer 1; however it belongs to 2',
    );
  });
});
