import { describe, expect, test } from 'vitest';
import { packetCommitments } from '../tables/ibc/packet.ts';
import { firstViolation } from '../testing/run.ts';
import { slashPacket } from '../testing/slashes.ts';
import { drop, put, Story } from '../testing/story.ts';
import { oneSlashPacketAtATime } from './one-slash-packet-at-a-time.ts';

const waits = (sequence: number) => packetCommitments.key('consumer', 'channel-0', BigInt(sequence));
const sends = (sequence: number) => ({
  sent: [slashPacket(sequence)],
  rows: [put(packetCommitments, waits(sequence), 'aa')],
});

describe('one slash packet at a time', () => {
  test('accepts a packet after the acknowledgement of the previous one', () => {
    const answered = { rows: [drop(packetCommitments, waits(1))] };
    const { events } = new Story().start('c0').block('c0', sends(1)).block('c0', answered).block('c0', sends(2));
    expect(firstViolation(oneSlashPacketAtATime, events)).toBeUndefined();
  });

  test('rejects a packet while another one waits for its acknowledgement', () => {
    const { events } = new Story().start('c0').block('c0', sends(1)).block('c0', sends(2));
    expect(firstViolation(oneSlashPacketAtATime, events)).toMatchObject({
      because: expect.stringContaining('2 of its packets wait'),
      deviation: 'consumer-export-forgets',
    });
  });
});
