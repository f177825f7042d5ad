import { describe, expect, test } from 'vitest';
import { pendingPackets, type PendingPacketRow } from '../tables/consumer.ts';
import { launched } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { answering, slashPacket } from '../testing/slashes.ts';
import { drop, put, Story } from '../testing/story.ts';
import { settles } from '../testing/transfers.ts';
import { slashPacketHandledOnce } from './slash-packet-handled-once.ts';

const queued = put(pendingPackets, pendingPackets.key(0n), {} as PendingPacketRow);
const givenUp = { rows: [drop(pendingPackets, pendingPackets.key(0n))] };
const sends = (sequence: number) => ({ sent: [slashPacket(sequence)] });
const start = () =>
  new Story()
    .start('provider')
    .block('provider', { rows: launched('0', { aa: 5 }) })
    .start('c0', { genesis: { ccv: { params: { consumer_id: '0' } } } })
    .block('c0', { rows: [queued], ...sends(1) });

describe('a slash packet is handled once', () => {
  test('accepts one that is bounced, sent again, handled and deleted', () => {
    const { events } = start()
      .block('provider', answering('bounced', [slashPacket(1)]))
      .block('c0', sends(2))
      .block('provider', answering('handled', [slashPacket(2)]))
      .block('c0', givenUp);
    expect(firstViolation(slashPacketHandledOnce, events)).toBeUndefined();
  });

  test('rejects one that is handled, sent again and handled again', () => {
    const { events } = start()
      .block('provider', answering('handled', [slashPacket(1)]))
      .block('c0', sends(2))
      .block('provider', answering('handled', [slashPacket(2)]));
    expect(firstViolation(slashPacketHandledOnce, events)?.because).toContain('twice');
  });

  test('accepts one that is deleted for a forged acknowledgement', () => {
    const forged = settles(slashPacket(1), 'MsgAcknowledgement', '', true);
    const { events } = start().block('c0', { ...forged, ...givenUp });
    expect(firstViolation(slashPacketHandledOnce, events)).toBeUndefined();
  });

  test('rejects one that is deleted after it was bounced', () => {
    const { events } = start()
      .block('provider', answering('bounced', [slashPacket(1)]))
      .block('c0', givenUp);
    expect(firstViolation(slashPacketHandledOnce, events)?.because).toContain('has not accepted it');
  });
});
