import { describe, expect, test } from 'vitest';
import { supply } from '../tables/bank.ts';
import { totalEscrow } from '../tables/transfer.ts';
import { channelEnd } from '../testing/chains.ts';
import { firstViolation } from '../testing/run.ts';
import { drop, put, Story } from '../testing/story.ts';
import { FAILED, settles, takes, transferPacket, VOUCHER } from '../testing/transfers.ts';
import { transferConservation } from './transfer-conservation.ts';

const packet = transferPacket({ amount: '5' });
const back = transferPacket({ amount: '2', denom: 'transfer/channel-1/stake' });
const escrow = (amount: bigint) =>
  amount === 0n ? drop(totalEscrow, 'stake') : put(totalEscrow, 'stake', { int: amount });
const abroad = (amount: bigint) => put(supply, VOUCHER, amount);

/** c0 has sent five tokens to the provider. */
const sent = (kind: 'consumer' | 'sovereign' = 'consumer') =>
  new Story()
    .start('provider')
    .start('c0', { kind, rows: [channelEnd('transfer', 'channel-1', 'transfer', 'channel-1', 'STATE_OPEN')] })
    .block('c0', { sent: [packet], rows: [escrow(5n)] });

describe('the conservation of transferred tokens', () => {
  test.each(['consumer', 'sovereign'] as const)('holds from the start of a %s chain on', (kind) => {
    const { events } = sent(kind).block('provider', { ...takes(packet), rows: [abroad(6n)] });
    expect(firstViolation(transferConservation, events)?.because).toContain('however there are 6 vouchers');
  });

  test('accepts tokens that leave, arrive and return', () => {
    const { events } = sent()
      .block('provider', { ...takes(packet), rows: [abroad(5n)] })
      .block('provider', { sent: [back], rows: [abroad(3n)] })
      .block('c0', { ...takes(back), rows: [escrow(3n)] });
    expect(firstViolation(transferConservation, events)).toBeUndefined();
  });

  test('accepts tokens that are refunded', () => {
    const refunded = settles(packet, 'MsgAcknowledgement');
    const { events } = sent()
      .block('provider', { received: [packet], acknowledgement: FAILED })
      .block('c0', { ...refunded, rows: [...(refunded.rows ?? []), escrow(0n)] });
    expect(firstViolation(transferConservation, events)).toBeUndefined();
  });

  test('rejects more vouchers than were sent, fewer, and a refund of received tokens', () => {
    const refunded = settles(packet, 'MsgTimeout');
    const broken = [
      sent().block('provider', { ...takes(packet), rows: [abroad(6n)] }),
      sent().block('provider', { ...takes(packet), rows: [abroad(4n)] }),
      sent()
        .block('provider', { ...takes(packet), rows: [abroad(5n)] })
        .block('c0', { ...refunded, rows: [...(refunded.rows ?? []), escrow(0n)] }),
    ];
    for (const { events } of broken) {
      expect(firstViolation(transferConservation, events)?.because).toContain('in escrow; however');
    }
  });

  test('rejects tokens that leave without being escrowed', () => {
    const { events } = new Story().start('c0').block('c0', { sent: [packet] });
    expect(firstViolation(transferConservation, events)?.because).toContain('holds 0 of stake in escrow');
  });
});
