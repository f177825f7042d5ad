import { SINGLETON } from '../../specs/key.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { protocolVersion, upgradePlan, upgradesDone, type PlanRow } from '../../specs/tables/upgrade.ts';
import { NO_TIME } from '../../specs/value.ts';
import type { Context } from '../context.ts';
import { contextFor } from '../consumer/testing.ts';
import { Halt } from '../halt.ts';
import { Refusal } from '../refusal.ts';
import { authority } from './authority.ts';
import { refusalOf } from './testing.ts';
import { upgradeModule } from './upgrade.ts';

const PLAN: PlanRow = { name: 'next', time: NO_TIME, height: 7n, info: '', upgraded_client_state: null };

let context: Context;
let carriedOut: bigint[];
beforeEach(() => {
  context = contextFor({ height: 5n });
  carriedOut = [];
});

const old = upgradeModule();
const next = upgradeModule({ next: ({ block }) => void carriedOut.push(block.height) });

function send(type: string, fields: object): string {
  const handler = old.handlers?.[`/cosmos.upgrade.v1beta1.${type}`];
  return refusalOf(() => handler?.(context, { authority: authority(context), ...fields } as never));
}

const schedule = (plan: Partial<PlanRow> = {}, by = authority(context)) =>
  send('MsgSoftwareUpgrade', { plan: { ...PLAN, ...plan }, authority: by });

/** Begins a block of this height with a program. */
function begin(module: typeof old, height: bigint): void {
  module.beginBlock?.({ ...context, block: { ...context.block, height } });
}

describe('a plan', () => {
  test('waits for its height, and halts any other program', () => {
    expect(schedule()).toBe('ok');
    begin(old, 6n);
    expect(() => begin(old, 7n)).toThrow(new Halt('upgrade/needed', 'the upgrade next is needed'));
  });

  test('runs once, in the right program, which must not start earlier', () => {
    schedule();
    expect(() => begin(next, 6n)).toThrow(new Halt('upgrade/too-early', 'it is too early for the upgrade next'));
    begin(next, 7n);
    begin(next, 8n);
    expect(carriedOut).toEqual([7n]);
    const { draft } = context;
    expect([
      draft.get(protocolVersion, SINGLETON),
      draft.get(upgradesDone, upgradesDone.key(7n, 'next')),
      draft.has(upgradePlan, SINGLETON),
    ]).toEqual([1n, '01', false]);
    expect(schedule({ height: 9n })).toBe('sdk/18');
    expect(schedule({ height: 9n, name: 'another' })).toBe('ok');
  });

  test('is replaced by a newer one, and can be cancelled', () => {
    schedule();
    schedule({ height: 8n });
    expect(context.draft.get(upgradePlan, SINGLETON)?.height).toBe(8n);
    expect(send('MsgCancelUpgrade', {})).toBe('ok');
    expect(send('MsgCancelUpgrade', {})).toBe('ok');
    begin(old, 8n);
  });

  test.each<[string, Partial<PlanRow>]>([
    ['with a time', { time: 1n }],
    ['without a name', { name: '' }],
    ['without a height', { height: 0n }],
    ['for a height that is over', { height: 4n }],
  ])('is refused %s', (_, plan) => expect(schedule(plan)).toBe('sdk/18'));

  test('is for governance alone', () => {
    expect(schedule({}, 'nobody')).toBe('upgrade/6');
    expect(send('MsgCancelUpgrade', { authority: 'nobody' })).toBe('upgrade/6');
  });

  test('that fails stops the program', () => {
    schedule();
    const failing = upgradeModule({
      next: () => {
        throw new Refusal('sdk', 1, 'it fails');
      },
    });
    expect(() => begin(failing, 7n)).toThrow(new Halt('upgrade/refused', 'it fails'));
  });
});
