import { setImmediate as immediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Launch, Runtime } from '../runtimes/runtime.ts';
import { lockstepRigs } from './lockstep-rigs.ts';
import type { Programs } from '../releases/programs.ts';

const PROGRAMS = { provider: {}, consumer: {} } as Programs;

/** A runtime on which no program comes up: it notes which were wanted. */
function failing(): { readonly runtime: Runtime; readonly wanted: string[] } {
  const wanted: string[] = [];
  const launch = ({ chainId }: Launch): Promise<never> => {
    wanted.push(chainId);
    return Promise.reject(new Error(`${chainId} does not come up`));
  };
  return { runtime: { name: 'failing', launch }, wanted };
}

describe('rigs of the lockstep engine', () => {
  test('start the provider and the first consumer at once, and further consumers when they are expected', async () => {
    const { runtime, wanted } = failing();
    const rig = lockstepRigs(PROGRAMS, { runtime }).rig();
    expect(wanted).toEqual(['provider', 'c0-1']);
    rig.expect('c1');
    rig.expect('c1');
    await immediate();
    expect(wanted).toEqual(['provider', 'c0-1', 'c1-1']);
  });

  test('tell whoever asks for a chain that it does not come up', async () => {
    const rig = lockstepRigs(PROGRAMS, failing()).rig();
    await expect(rig.chain('c0', 'consumer')).rejects.toThrow('c0-1 does not come up');
    rig.stop();
  });

  test('make none ahead once they were stopped', async () => {
    const { runtime, wanted } = failing();
    const rigs = lockstepRigs(PROGRAMS, { runtime, ahead: 3 });
    rigs.rig().expect('c1');
    await rigs.stop();
    await immediate();
    expect(wanted).toHaveLength(2);
  });
});
