import { describe, expect, test } from 'vitest';
import { firstViolation } from '../testing/run.ts';
import { Story, vscPacket } from '../testing/story.ts';
import { channelOrder } from './channel-order.ts';

const [first, second] = [vscPacket(1, 1, { aa: 5 }), vscPacket(2, 2, { aa: 6 })] as const;

describe('channel order', () => {
  test('accepts packets in order, in one block or in several', () => {
    const { events } = new Story()
      .start('c0')
      .block('c0', { received: [first, second] })
      .block('c0', { received: [vscPacket(3, 3, { aa: 7 })] });
    expect(firstViolation(channelOrder, events)).toBeUndefined();
  });

  test('counts each channel of the provider separately', () => {
    const { events } = new Story()
      .start('c0')
      .start('c1')
      .block('c0', { received: [first] })
      .block('c1', { received: [vscPacket(1, 1, { aa: 5 }, 'channel-7')] });
    expect(firstViolation(channelOrder, events)).toBeUndefined();
  });

  test('rejects a packet that overtakes another', () => {
    const { events } = new Story().start('c0').block('c0', { received: [second, first] });
    expect(firstViolation(channelOrder, events)?.because).toContain('it received packet 2');
  });

  test('rejects a packet that is received twice', () => {
    const { events } = new Story().start('c0').block('c0', { received: [first, first] });
    expect(firstViolation(channelOrder, events)?.because).toContain('however 2 was next');
  });
});
