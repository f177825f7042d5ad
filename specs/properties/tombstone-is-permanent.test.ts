import { expect, test } from 'vitest';
import { signingInfos, type SigningInfoRow } from '../tables/slashing.ts';
import { validators } from '../tables/staking/validator.ts';
import { bonded, staked } from '../testing/provider-rows.ts';
import { firstViolation } from '../testing/run.ts';
import { put, Story } from '../testing/story.ts';
import type { RowChange } from '../block.ts';
import { tombstoneIsPermanent } from './tombstone-is-permanent.ts';

const info = (tombstoned: boolean) => put(signingInfos, 'aa', { tombstoned } as SigningInfoRow);
const held = (name: string, jailed: boolean) => put(validators, name, staked(name, 5, { jailed }));

function problem(...blocks: readonly (readonly RowChange[])[]): string | undefined {
  const story = new Story().start('provider', { rows: [...bonded('aa', 5), ...bonded('bb', 5)] });
  for (const rows of blocks) story.block('provider', { rows });
  return firstViolation(tombstoneIsPermanent, story.events)?.because;
}

test('accepts that other validators are unjailed, and that the tombstoned one stays jailed', () => {
  expect(problem([info(true), held('aa', true)], [held('aa', true), held('bb', false), info(true)])).toBeUndefined();
});

test('rejects that a tombstoned validator is unjailed', () => {
  expect(problem([info(true), held('aa', true)], [held('aa', false)])).toContain('however it is not jailed');
});

test('rejects that a tombstone is removed', () => {
  expect(problem([info(true)], [info(false)])).toContain('however it no longer is');
});
