import { describe, expect, test } from 'vitest';
import { SINGLETON } from '../key.ts';
import { missedBlocksMisplaced } from '../deviations/missed-blocks-misplaced.ts';
import type { RowChange } from '../block.ts';
import { pendingPackets, type PendingPacketRow } from '../tables/consumer.ts';
import { signingInfos, slashingParams, type SigningInfoRow, type SlashingParamsRow } from '../tables/slashing.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { staked } from '../testing/provider-rows.ts';
import { firstViolation, reaches } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import { punishedForDowntimeAlone } from './punished-for-downtime-alone.ts';

/** Validators must sign half of the blocks. */
const params = (window: bigint) =>
  put(slashingParams, SINGLETON, {
    signed_blocks_window: window,
    min_signed_per_window: 5n * 10n ** 17n,
  } as SlashingParamsRow);
const vote = (signed: boolean) => ({ votes: [{ address: 'aa', power: 5n, signed }] });
const reported = put(pendingPackets, pendingPackets.key(0n), {
  slashPacketData: { validator: { address: 'aa', power: 5n }, infraction: 'INFRACTION_DOWNTIME' },
} as PendingPacketRow);
const info = (offset: number, missed: number) =>
  put(signingInfos, 'aa', { index_offset: BigInt(offset), missed_blocks_counter: BigInt(missed) } as SigningInfoRow);
const inJail = (jailed: boolean) => put(validators, 'v0', staked('v0', 5, { jailed }));

/**
 * A chain on which the validator signs each `s` and misses each `m`. A digit sets the window to that length from the
 * next block on. The last block writes these rows.
 */
function told(chain: string, letters: string, ...last: readonly RowChange[]): Story {
  const known = [put(validatorsByConsensusAddress, 'aa', 'v0'), inJail(false)];
  const story = new Story().start(chain).block(chain, { rows: [params(4n), ...known] });
  for (const [i, letter] of letters.split('').entries()) {
    const rows = i === letters.length - 1 ? last : [];
    if (/\d/u.test(letter)) story.block(chain, { rows: [params(BigInt(letter)), ...rows] });
    else story.block(chain, { ...vote(letter === 's'), rows });
  }
  return story;
}

const sees = (story: Story) => reaches(missedBlocksMisplaced, story.events);
const problem = (story: Story) => firstViolation(punishedForDowntimeAlone, story.events);

describe.each([
  ['a consumer reports', 'c0', reported],
  ['the provider punishes', 'provider', info(0, 0)],
])('%s', (_, chain, punished) => {
  test('a validator that missed three of four blocks', () => {
    expect(problem(told(chain, 'ssmmm', punished))).toBeUndefined();
  });

  test('no validator that missed two of four blocks, whatever it missed before', () => {
    expect(problem(told(chain, 'mmssmm', punished))?.because).toContain('missed 2 blocks; however it may miss 2');
  });

  test('no validator for blocks that were counted before', () => {
    const again = told(chain, 'ssmmm', punished).block(chain, { ...vote(false), rows: [punished] });
    expect(problem(again)?.because).toContain('missed 1 blocks');
  });
});

describe('after the window was shortened', () => {
  test('only its own blocks count, not one fewer with every block', () => {
    // It missed two of two, and may miss one.
    expect(problem(told('c0', 'mmmm2mm', reported))).toBeUndefined();
    expect(problem(told('c0', 'mmmm2ss', reported))?.because).toContain('missed 0 blocks; however it may miss 1');
    expect(problem(told('provider', 'mmmm2ss', info(0, 0)))?.because).toContain('missed 0 blocks');
  });

  test('the deviation of the releases explains what they count in addition', () => {
    const story = told('c0', 'mmmm2ss', reported);
    expect(problem(story)?.deviation).toBe('missed-blocks-misplaced');
    expect(problem(told('c0', 'mmssmm', reported))?.deviation).toBeUndefined();
  });
});

describe('after the window was lengthened', () => {
  test('the blocks of the shorter window still count', () => {
    // It missed five of eight, and may miss four.
    expect(problem(told('c0', 'mmm8mms', reported))).toBeUndefined();
    expect(problem(told('c0', 'mmm8mss', reported))?.because).toContain('missed 4 blocks; however it may miss 4');
  });

  test('it applies from the next block on', () => {
    expect(problem(told('provider', 'mms8', info(0, 0)))?.because).toContain('however it may miss 2');
  });
});

describe('votes that do not count', () => {
  test('are those of a jailed validator on the provider', () => {
    // If the validator were not jailed, the two blocks that it signs would push two missed ones out of the window.
    const story = told('provider', 'mmm', inJail(true))
      .block('provider', vote(true))
      .block('provider', { ...vote(true), rows: [inJail(false)] })
      .block('provider', { ...vote(false), rows: [info(0, 0)] });
    expect(problem(story)).toBeUndefined();
  });
});

describe('the deviation missed-blocks-misplaced', () => {
  test('is a counter that differs after the window has changed', () => {
    expect(sees(told('provider', 'mm2ss', info(7, 2)))).toBe(true);
    expect(sees(told('provider', 'mm2ss', info(7, 0)))).toBe(false);
    expect(sees(told('provider', 'mm8ss', info(7, 1)))).toBe(true);
  });

  test('is a punishment that the window does not explain', () => {
    expect(sees(told('provider', 'mmmm2ss', info(0, 0)))).toBe(true);
    expect(sees(told('provider', 'mmmm2mm', info(0, 0)))).toBe(false);
  });

  test('is absent while the window is unchanged', () => {
    expect(sees(told('provider', 'mmss', info(4, 9)))).toBe(false);
    expect(sees(told('provider', 'mmss4', info(4, 9)))).toBe(false);
  });
});
