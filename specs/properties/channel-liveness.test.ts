import { describe, expect, test } from 'vitest';
import { channelEnd } from '../testing/chains.ts';
import { firstViolation } from '../testing/run.ts';
import { Story, vscPacket } from '../testing/story.ts';
import { settles } from '../testing/transfers.ts';
import { channelLiveness } from './channel-liveness.ts';

const packet = vscPacket(1, 1, { aa: 5 });
const sent = () =>
  new Story()
    .start('provider')
    .start('c0')
    .block('provider', { sent: [packet] });

describe('channel liveness', () => {
  test('accepts a history in which the packet is received', () => {
    const { events } = sent().block('c0', { received: [packet] });
    expect(firstViolation(channelLiveness, events)).toBeUndefined();
  });

  test('rejects that the sender deletes the commitment of a packet that was not received', () => {
    const { events } = sent().block('provider', settles(packet, 'MsgAcknowledgement'));
    expect(firstViolation(channelLiveness, events)?.because).toContain('the packet was never received');
  });

  test('accepts a forged acknowledgement', () => {
    const { events } = sent().block('provider', settles(packet, 'MsgAcknowledgement', '', true));
    expect(firstViolation(channelLiveness, events)).toBeUndefined();
  });

  test('accepts that a received packet is acknowledged', () => {
    const { events } = sent()
      .block('c0', { received: [packet] })
      .block('provider', settles(packet, 'MsgAcknowledgement'));
    expect(firstViolation(channelLiveness, events)).toBeUndefined();
  });

  test('says nothing while the packet has a commitment', () => {
    expect(firstViolation(channelLiveness, sent().block('provider').block('c0').events)).toBeUndefined();
  });

  test('abandons packets when their channel is closed', () => {
    const closed = channelEnd('provider', 'channel-0', 'consumer', 'channel-0', 'STATE_CLOSED');
    const timeout = settles(packet, 'MsgTimeout');
    const { events } = sent().block('provider', { ...timeout, rows: [...(timeout.rows ?? []), closed] });
    expect(firstViolation(channelLiveness, events)).toBeUndefined();
  });
});
