import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTrace } from '../../../traces/file.ts';
import { nodeRigs } from '../../campaign/node-rigs.ts';
import type { RigMaker } from '../../campaign/rig.ts';
import { runTrace } from '../../campaign/run-trace.ts';
import { worldModelOf } from '../../campaign/world-model.ts';
import { loadRelease } from '../../releases/load-release.ts';

describe.each(['v7.0.1', 'v6.4.1'])('the model follows real nodes of %s', (name) => {
  const interrupt = new AbortController();
  let rigs: RigMaker;
  beforeAll(async () => void (rigs = nodeRigs(await loadRelease(name), interrupt.signal)));
  afterAll(() => rigs.stop());

  test('from nothing to an open CCV channel', async () => {
    const model = worldModelOf(rigs.programs);
    const outcome = await runTrace(readTrace('traces/corpus/opening.json'), rigs.rig(), { model });
    expect(outcome.finding?.text).toBeUndefined();
    expect(outcome.verdict).toBe('conforms');
    expect(outcome.witnesses).toContain('ccv-channel-opened');
  });
});
