import { describe, expect, test } from 'vitest';
import { holds, supplied } from '../testing/distribution-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { supplyIsHeld } from './supply-is-held.ts';

const begin = [supplied(10), holds('aa', 6), holds('bb', 4)];

describe('the supply', () => {
  test.each(['provider', 'c0'])('accepts payments, minting and burning on %s', (chain) => {
    const { events } = new Story()
      .start(chain, { rows: begin })
      .block(chain)
      .block(chain, { rows: [holds('aa', 1), holds('cc', 5)] })
      .block(chain, { rows: [holds('cc', 0), supplied(5)] })
      .block(chain, { rows: [holds('cc', 3, 'atom'), supplied(3, 'atom')] });
    expect(firstViolation(supplyIsHeld, events)).toBeUndefined();
  });

  test('rejects a balance that grows without a source', () => {
    const { events } = new Story()
      .start('provider', { rows: begin })
      .block('provider')
      .block('provider', { rows: [holds('aa', 7)] });
    expect(firstViolation(supplyIsHeld, events)?.because).toBe(
      'the supply of stake is 10; however all accounts hold 11',
    );
  });

  test('rejects a balance that vanishes', () => {
    const { events } = new Story()
      .start('c0', { rows: begin })
      .block('c0')
      .block('c0', { rows: [holds('bb', 0)] });
    expect(firstViolation(supplyIsHeld, events)).toMatchObject({ chain: 'c0', height: 2n });
  });

  test('rejects a supply without balances', () => {
    const { events } = new Story()
      .start('c0', { rows: begin })
      .block('c0')
      .block('c0', { rows: [supplied(1, 'atom')] });
    expect(firstViolation(supplyIsHeld, events)?.because).toContain('the supply of atom is 1');
  });
});
