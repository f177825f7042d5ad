import { describe, expect, test } from 'vitest';
import { firstViolation } from '../testing/run.ts';
import { forging, slashPacket } from '../testing/slashes.ts';
import { Story, vscPacket } from '../testing/story.ts';
import { channelValidity } from './channel-validity.ts';

const packet = vscPacket(1, 1, { aa: 5 });

describe('channel validity', () => {
  test('accepts a packet that was sent before it is received', () => {
    const { events } = new Story()
      .start('provider')
      .start('c0')
      .block('provider', { sent: [packet] })
      .block('c0', { received: [packet] });
    expect(firstViolation(channelValidity, events)).toBeUndefined();
  });

  test('rejects a packet that was never sent', () => {
    const { events } = new Story()
      .start('provider')
      .start('c0')
      .block('c0', { received: [packet] });
    expect(firstViolation(channelValidity, events)).toMatchObject({
      chain: 'c0',
      height: 1n,
      because: 'it received packet 1 from the provider over channel-0, which was never sent',
    });
  });

  test('ignores a forged packet', () => {
    const forged = forging({ received: [slashPacket(1)] });
    const { events } = new Story().start('provider').block('provider', forged);
    expect(firstViolation(channelValidity, events)).toBeUndefined();
  });

  test('rejects a packet whose content changed', () => {
    const { events } = new Story()
      .start('provider')
      .start('c0')
      .block('provider', { sent: [packet] })
      .block('c0', { received: [vscPacket(1, 1, { aa: 6 })] });
    expect(firstViolation(channelValidity, events)?.because).toContain('with other content');
  });
});
