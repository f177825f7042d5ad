import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { consumerParams, lastTransmission, type ConsumerParamsRow } from '../tables/consumer.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { balance, settles, takes, TAKEN, transferPacket } from '../testing/transfers.ts';
import { distributionLiveness } from './distribution-liveness.ts';

const params = put(consumerParams, SINGLETON, {
  blocks_per_distribution_transmission: 2n,
  distribution_transmission_channel: 'channel-1',
  reward_denoms: ['stake'],
  provider_reward_denoms: ['atom'],
} as unknown as ConsumerParamsRow);
const due = (height: bigint) => put(lastTransmission, SINGLETON, { height });
const reward = transferPacket();

/** A consumer that sends a packet at height 2, where its rewards are due. */
const sent = () =>
  new Story()
    .start('provider')
    .start('c0', { rows: [params] })
    .block('c0')
    .block('c0', { sent: [reward], rows: [due(2n)] });

describe('distribution liveness', () => {
  test('accepts rewards that arrive, or are refunded and sent again', () => {
    const arrived = sent().block('provider', takes(reward)).block('c0');
    expect(firstViolation(distributionLiveness, arrived.events)).toBeUndefined();
    const again = transferPacket({}, 2);
    const refunded = sent()
      .block('c0', settles(reward, 'MsgTimeout'))
      .block('c0', { sent: [again], rows: [due(4n)] })
      .block('provider', takes(again));
    expect(firstViolation(distributionLiveness, refunded.events)).toBeUndefined();
  });

  test('rejects rewards that are neither received nor refunded', () => {
    const { events } = sent().block('c0', settles(reward, 'MsgAcknowledgement', TAKEN));
    expect(firstViolation(distributionLiveness, events)?.because).toContain('neither received nor refunded');
  });

  test('says nothing while the packet has a commitment', () => {
    expect(firstViolation(distributionLiveness, sent().events)).toBeUndefined();
  });

  test('rejects rewards that are due too early or too late', () => {
    const early = new Story().start('c0', { rows: [params] }).block('c0', { rows: [due(1n)] });
    expect(firstViolation(distributionLiveness, early.events)).toMatchObject({
      because: expect.stringContaining('however at 1 they were'),
      deviation: 'consumer-export-forgets',
    });
    const late = new Story().start('c0', { rows: [params] }).until('c0', 2);
    expect(firstViolation(distributionLiveness, late.events)?.because).toContain('however at 2 they were not');
  });

  test('rejects rewards that remain when others are sent', () => {
    const story = new Story()
      .start('c0', { rows: [params] })
      .block('c0')
      .block('c0', { sent: [reward], rows: [due(2n), balance('cons_to_send_to_provider', 'stake', 3n)] });
    expect(firstViolation(distributionLiveness, story.events)?.because).toContain('3stake remained');
  });
});
