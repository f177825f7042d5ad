import { SINGLETON } from '../key.ts';
import { describe, expect, test } from 'vitest';
import { pendingPackets, type PendingPacketRow } from '../tables/consumer.ts';
import { slashingParams, type SlashingParamsRow } from '../tables/slashing.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { punishedForDowntimeAlone } from './punished-for-downtime-alone.ts';

/** Of four blocks two must be signed. */
const params = put(slashingParams, SINGLETON, {
  signed_blocks_window: 4n,
  min_signed_per_window: 5n * 10n ** 17n,
} as SlashingParamsRow);
const vote = (signed: boolean) => ({ votes: [{ address: 'aa', power: 5n, signed }] });
const reported = put(pendingPackets, pendingPackets.key(0n), {
  slashPacketData: { validator: { address: 'aa', power: 5n }, infraction: 'INFRACTION_DOWNTIME' },
} as PendingPacketRow);

/** A consumer on which the validator signs where there is an `s`, and is reported at the end. */
function story(votes: string): Story {
  const told = new Story().start('c0').block('c0', { rows: [params] });
  for (const [i, letter] of votes.split('').entries()) {
    told.block('c0', { ...vote(letter === 's'), rows: i === votes.length - 1 ? [reported] : [] });
  }
  return told;
}

describe('punished for downtime alone', () => {
  test('accepts that who missed three of four blocks is reported', () => {
    expect(firstViolation(punishedForDowntimeAlone, story('ssmmm').events)).toBeUndefined();
  });

  test('rejects that who missed two of four blocks is reported, whatever it missed before', () => {
    expect(firstViolation(punishedForDowntimeAlone, story('mmssmm').events)?.because).toContain('missed 2 blocks');
  });
});
