import { describe, expect, test } from 'vitest';
import { firstViolation } from '../testing/run.ts';
import { Story, vscPacket } from '../testing/story.ts';
import { validatorUpdateToVscOrder } from './validator-update-to-vsc-order.ts';

describe('validator update to VSC order', () => {
  test('accepts ids that increase, with gaps', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { sent: [vscPacket(1, 2, { aa: 5 }), vscPacket(1, 2, { aa: 5 }, 'channel-1')] })
      .block('provider', { sent: [vscPacket(2, 7, { aa: 6 })] });
    expect(firstViolation(validatorUpdateToVscOrder, events)).toBeUndefined();
  });

  test('rejects an id that is repeated on the same channel', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', { sent: [vscPacket(1, 2, { aa: 5 }), vscPacket(2, 2, { aa: 6 })] });
    expect(firstViolation(validatorUpdateToVscOrder, events)?.because).toContain('it sent 2 before');
  });
});
