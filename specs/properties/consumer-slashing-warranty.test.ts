import { describe, expect, test } from 'vitest';
import { outstandingDowntime, pendingPackets, type PendingPacketRow } from '../tables/consumer.ts';
import { mapped } from '../testing/chains.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story } from '../testing/story.ts';
import { consumerSlashingWarranty } from './consumer-slashing-warranty.ts';

const asks = (index: number, id: number) => {
  const row: PendingPacketRow = {
    type: 'CONSUMER_PACKET_TYPE_SLASH',
    slashPacketData: {
      validator: { address: 'aa', power: 5n },
      valset_update_id: BigInt(id),
      infraction: 'INFRACTION_DOWNTIME',
    },
  };
  return { rows: [put(pendingPackets, pendingPackets.key(BigInt(index)), row), put(outstandingDowntime, 'aa', '')] };
};
const start = () =>
  new Story()
    .start('c0')
    .block('c0', { rows: [mapped(1, 3), mapped(2, 4)] })
    .block('c0');

describe('consumer slashing warranty', () => {
  test('accepts one report with the VSC of two heights before, and another after the acknowledgement', () => {
    const { events } = start()
      .block('c0', asks(0, 3))
      .block('c0', { rows: [drop(outstandingDowntime, 'aa')] })
      .block('c0', asks(1, 0));
    expect(firstViolation(consumerSlashingWarranty, events)).toBeUndefined();
  });

  test('rejects a report with another VSC', () => {
    const { events } = start().block('c0', asks(0, 4));
    expect(firstViolation(consumerSlashingWarranty, events)?.because).toContain('the infraction happened with VSC 3');
  });

  test('rejects a second report before the first one is acknowledged', () => {
    const { events } = start().block('c0', asks(0, 3)).block('c0', asks(1, 4));
    expect(firstViolation(consumerSlashingWarranty, events)?.because).toContain('already outstanding');
  });
});
