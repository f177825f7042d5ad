import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../../model/faults/index.ts';
import { readTrace } from '../../traces/format/file.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { RigMaker } from '../campaign/rig.ts';
import type { Programs } from '../releases/programs.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { sameFinding } from '../follow/same-finding.ts';
import { shrinkTrace } from '../campaign/shrink-trace.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { loadRelease } from '../releases/load-release.ts';

const LONG = readTrace(fileURLToPath(new URL('./testing/long-trace.json', import.meta.url)));
/** Shows late in the long trace. */
const FAULT = 'matured-redelegation-stays';
/** In milliseconds, on two cores. */
const LIMIT = 60_000;

let programs: Programs;
let rigs: RigMaker;
beforeAll(async () => {
  programs = await loadRelease('v7.0.1');
  rigs = lockstepRigs(programs, { ahead: 2 });
});
afterAll(() => rigs.stop());

describe('a failing trace of 200 actions', () => {
  test('comes to its core within a minute, which fails in the same way', async () => {
    const model = { ...worldModelOf(programs), ...mutationOf(FAULT) };
    expect(LONG.actions).toHaveLength(200);
    const begun = performance.now();
    const shrunk = await shrinkTrace(LONG, { model, rigs, tries: 400, width: 2 });
    expect(performance.now() - begun).toBeLessThan(LIMIT);
    if (shrunk.kind !== 'core') throw new Error('the trace does not diverge');
    const { core, finding } = shrunk;
    expect(finding.place.action, 'it shows late').toBeGreaterThan(150);
    expect(core.complete).toBe(true);
    expect(core.trace.actions.length).toBeLessThan(10);
    const again = await runTrace(core.trace, rigs.rig(), { model });
    expect(again.finding !== undefined && sameFinding(again.finding, finding)).toBe(true);
  });

  test('conforms without the fault, and so does not shrink', async () => {
    const shrunk = await shrinkTrace(LONG, { model: worldModelOf(programs), rigs, tries: 400 });
    expect(shrunk).toMatchObject({ kind: 'sound', outcome: { verdict: 'conforms' } });
  });
});

function mutationOf(name: string) {
  const fault = FAULTS.find((known) => known.name === name);
  if (fault === undefined) throw new Error(`there is no fault ${name}`);
  return { mutation: fault.mutation };
}
