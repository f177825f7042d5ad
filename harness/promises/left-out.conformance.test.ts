import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../specs/generated/trace.ts';
import { readTrace, writeTrace } from '../../traces/format/file.ts';
import { withActions } from '../../traces/format/trace.ts';
import { inProcess } from '../cli/testing/in-process.ts';
import { ROOT } from './testing/command.ts';
import { reportIn } from './testing/json-report.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const block: Action = { kind: 'block', chain: 'provider', seconds: 1 };

async function replayed(actions: readonly Action[]) {
  const folder = temporaryFolder();
  const file = join(folder, 'trace.json');
  writeTrace(file, { lockstep: 1, actions });
  const { status, out, err } = await inProcess(['replay', file, '--out', join(folder, 'results'), '--json']);
  return { status, report: reportIn({ out, err }), text: err };
}

describe('replay', () => {
  test('names the actions that did nothing, next to the verdict', async () => {
    const actions: readonly Action[] = [block, { kind: 'start-consumer', consumer: 'c9' }, { ...block, chain: 'c9' }];
    const { status, report, text } = await replayed(actions);
    expect([status, report.verdict]).toEqual([0, 'conforms']);
    expect(report.leftOutActions).toEqual({
      number: 2,
      kinds: { 'start-consumer': 1, block: 1 },
      actions: [
        { action: 1, kind: 'start-consumer', reason: 'the provider has no genesis for c9' },
        { action: 2, kind: 'block', reason: 'c9 has not started' },
      ],
    });
    expect(text).toContain('; 2 of 3 actions did nothing');
    expect(text).toContain('action 2, start-consumer: the provider has no genesis for c9');
  });

  test('names a consumer that starts after the trusting period, and what follows', async () => {
    const opening = readTrace(join(ROOT, 'traces/corpus/opening.json'));
    const at = opening.actions.findIndex(({ kind }) => kind === 'start-consumer');
    const late: Action = { ...block, seconds: 2_000_000 };
    const { actions } = withActions(opening, opening.actions.toSpliced(at, 0, late));
    const { report } = await replayed(actions);
    expect(report.verdict).toBe('conforms');
    expect(report.leftOutActions?.actions.map(({ action }) => action)).toEqual(
      Array.from({ length: actions.length - at - 1 }, (_, i) => at + 1 + i),
    );
    expect(report.leftOutActions?.actions[0]?.reason).toContain('trusting period');
  });

  test.each([
    ['has no actions', [], 'The trace has no actions.'],
    ['makes no block', [{ ...block, chain: 'c9' }] satisfies Action[], 'No action made a block.'],
  ])('is inconclusive on a trace that %s', async (_, actions, why) => {
    const { status, report, text } = await replayed(actions);
    expect([status, report.verdict, report.blocks]).toEqual([2, 'inconclusive', 0]);
    expect(text).toContain(why);
  });
});
