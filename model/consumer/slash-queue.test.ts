import { SINGLETON } from '../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import type { Packet } from '../../specs/block.ts';
import {
  heightToValsetUpdateId,
  outstandingDowntime,
  pendingPackets,
  slashRecord,
} from '../../specs/tables/consumer.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { takeAcknowledgement } from './slash-queue.ts';
import { requestSlash } from './staking.ts';
import { contextFor } from './testing.ts';

const address = 'ab'.repeat(20);
const packet = { source_port: 'consumer', source_channel: 'channel-0' } as Packet;
const hex = (text: string) => Buffer.from(text).toString('hex');

function waiting(): Context {
  const context = contextFor();
  context.draft.set(heightToValsetUpdateId, heightToValsetUpdateId.key(5n), 3n);
  requestSlash(context, address, 5n, 9n, 'INFRACTION_DOWNTIME');
  context.draft.set(slashRecord, SINGLETON, { waiting_on_reply: true, send_time: 1n });
  return context;
}

describe('a request to slash', () => {
  test('is queued with the valset update id of the infraction height', () => {
    const { draft } = waiting();
    expect(draft.get(pendingPackets, pendingPackets.key(0n))?.slashPacketData).toEqual({
      validator: { address, power: 9n },
      valset_update_id: 3n,
      infraction: 'INFRACTION_DOWNTIME',
    });
    expect(draft.has(outstandingDowntime, address)).toBe(true);
  });

  test('for downtime is queued once until it is acknowledged, for a double sign each time', () => {
    const context = waiting();
    requestSlash(context, address, 6n, 9n, 'INFRACTION_DOWNTIME');
    expect(context.draft.size(pendingPackets)).toBe(1);
    requestSlash(context, address, 6n, 9n, 'INFRACTION_DOUBLE_SIGN');
    expect(context.draft.size(pendingPackets)).toBe(2);
  });
});

describe('the acknowledgement of a slash packet', () => {
  test.each(['{"result":"AQ=="}', '{"result":"Ag=="}'])('%s removes it from the queue', (answer) => {
    const { draft, ...context } = waiting();
    takeAcknowledgement({ ...context, draft }, packet, hex(answer));
    expect([draft.size(pendingPackets), draft.has(slashRecord, SINGLETON)]).toEqual([0, false]);
  });

  test('keeps a bounced packet for a retry', () => {
    const context = waiting();
    takeAcknowledgement(context, packet, hex('{"result":"Aw=="}'));
    expect(context.draft.size(pendingPackets)).toBe(1);
    expect(context.draft.get(slashRecord, SINGLETON)).toEqual({ waiting_on_reply: false, send_time: 1n });
  });

  test.each(['nonsense', '{"result":"BA=="}', '{"result":"AQI="}', '{"error":"no"}'])('%s is refused', (answer) => {
    expect(() => takeAcknowledgement(waiting(), packet, hex(answer))).toThrow(Refusal);
  });

  test.each(['{}', '{"error":""}'])('%s counts as no result, so the consumer keeps waiting', (answer) => {
    const context = waiting();
    takeAcknowledgement(context, packet, hex(answer));
    expect(context.draft.size(pendingPackets)).toBe(1);
    expect(context.draft.get(slashRecord, SINGLETON)?.waiting_on_reply).toBe(true);
  });
});
