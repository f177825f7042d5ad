import { describe, expect, test } from 'vitest';
import { channelEnd } from '../testing/chains.ts';
import { firstViolation } from '../testing/run.ts';
import { Story, vscPacket } from '../testing/story.ts';
import { channelLiveness } from './channel-liveness.ts';

const packet = vscPacket(1, 1, { aa: 5 });
const sent = () =>
  new Story()
    .start('provider')
    .start('c0')
    .block('provider', { sent: [packet] });

describe('channel liveness', () => {
  test('accepts a history in which the packet arrives', () => {
    const { events } = sent().block('c0', { received: [packet] });
    expect(firstViolation(channelLiveness, events)).toBeUndefined();
  });

  test('rejects a drained history in which it never arrives', () => {
    expect(firstViolation(channelLiveness, sent().events)?.because).toContain('nobody ever received it');
  });

  test('says nothing of a history that was cut short', () => {
    const monitor = channelLiveness.monitor();
    for (const event of sent().events) monitor.observe(event);
    expect(monitor.finish({ drained: false })).toBeUndefined();
  });

  test('gives packets up when their channel is closed', () => {
    const closed = channelEnd('provider', 'channel-0', 'consumer', 'channel-0', 'STATE_CLOSED');
    const { events } = sent().block('provider', { rows: [closed] });
    expect(firstViolation(channelLiveness, events)).toBeUndefined();
  });
});
