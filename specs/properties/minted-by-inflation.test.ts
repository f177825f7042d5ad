import { describe, expect, test } from 'vitest';
import { mints, supplied } from '../testing/distribution-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { Story } from '../testing/story.ts';
import { mintedByInflation } from './minted-by-inflation.ts';

const begin = { rows: [...mints(59), supplied(1_000)] };

describe('the coins that a block mints', () => {
  test('accepts the whole coins of its share of a year, and any burning', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', begin)
      .block('provider', { rows: [supplied(1_005)] })
      .block('provider', { rows: [supplied(900), supplied(1_000, 'atom')] });
    expect(firstViolation(mintedByInflation, events)).toBeUndefined();
  });

  test('rejects one coin more', () => {
    const { events } = new Story()
      .start('provider')
      .block('provider', begin)
      .block('provider', { rows: [supplied(1_006)] });
    expect(firstViolation(mintedByInflation, events)?.because).toBe(
      'the block mints up to 5; however the supply grew by 6',
    );
  });
});
