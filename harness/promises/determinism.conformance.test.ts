import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { storedTrace } from '../../traces/corpus.ts';
import { traceText } from '../../traces/format/file.ts';
import { generateTrace } from '../../traces/generate/generate.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { Rig } from '../campaign/rig.ts';
import type { Programs } from '../releases/programs.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { decidedBlock } from '../facts/block-fact.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { loadRelease } from '../releases/load-release.ts';
import type { Program } from '../releases/program.ts';
import { lockstep } from './testing/command.ts';
import { reportIn } from './testing/json-report.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

let programs: Programs;
beforeAll(async () => void (programs = await loadRelease('v7.0.1')));

/** Runs traces, so many at once, and notes the app hash of every chain at every height beside each digest. */
async function appHashes(names: readonly string[], width: number, programs: Programs) {
  const model = worldModelOf(programs);
  const rigs = lockstepRigs(programs);
  const one = async (name: string) => {
    const hashes: string[] = [];
    const { verdict, digest } = await runTrace(storedTrace(name), noting(rigs.rig(), hashes), { model });
    expect(verdict).toBe('conforms');
    return { name, digest, hashes };
  };
  try {
    const runs = [];
    for (let at = 0; at < names.length; at += width) {
      runs.push(...(await Promise.all(names.slice(at, at + width).map(one))));
    }
    return runs;
  } finally {
    await rigs.stop();
  }
}

function onSeveralCores(program: Program): Program {
  const path = join(temporaryFolder(), 'program');
  writeFileSync(path, `#!/bin/sh\nGOMAXPROCS=4 exec '${program.path}' "$@"\n`, { mode: 0o755 });
  return { ...program, path };
}

/** A rig that writes down what its chains commit to. */
function noting(rig: Rig, hashes: string[]): Rig {
  return {
    ...rig,
    engine: {
      ...rig.engine,
      async *blocks(world, order) {
        for await (const made of rig.engine.blocks(world, order)) {
          const appHash = made.answer.kind === 'answered' ? made.answer.appHash : undefined;
          hashes.push(`${order.chain} ${decidedBlock(made).height} ${appHash}`);
          yield made;
        }
      },
    },
    async chain(name, kind) {
      const chain = await rig.chain(name, kind);
      return {
        name: chain.name,
        codec: chain.codec,
        get waited() {
          return chain.waited;
        },
        async start(genesis) {
          const started = await chain.start(genesis);
          hashes.push(`${name} 0 ${started.appHash}`);
          return started;
        },
        query: (...question) => chain.query(...question),
        restart: () => chain.restart(),
        disturb: (order) => chain.disturb(order),
        stop: () => chain.stop(),
      };
    },
  };
}

describe('the same trace', () => {
  const names = ['two-consumers', 'downtime', 'key-assigned-twice', 'unbonding'];

  test('gives the same app hash at every height, twice and two at once', async () => {
    const once = await appHashes(names, 1, programs);
    expect(once.flatMap(({ hashes }) => hashes).length).toBeGreaterThan(100);
    expect(await appHashes(names, 1, programs)).toEqual(once);
    expect(await appHashes(names, 2, programs)).toEqual(once);
  });

  test('gives the same app hash when a program may use several cores', async () => {
    const [name = ''] = names;
    const several = { provider: onSeveralCores(programs.provider), consumer: onSeveralCores(programs.consumer) };
    expect(await appHashes([name], 1, several)).toEqual(await appHashes([name], 1, programs));
  });
});

describe('the same seed', () => {
  test('gives the same trace, byte for byte', () => {
    const options = { seed: '5/2', steps: 80, model: worldModelOf(programs) };
    expect(traceText(generateTrace(options))).toBe(traceText(generateTrace(options)));
  });

  test('gives the same digest in fresh processes, with one worker and with two', async () => {
    const digests = [];
    for (const workers of ['1', '2', '2']) {
      const out = join(temporaryFolder(), 'results');
      const args = ['--seed', '5', '--traces', '3', '--steps', '60', '--no-corpus', '--workers', workers];
      const ended = await lockstep(['run', ...args, '--out', out, '--json']);
      digests.push(reportIn(ended).digest);
    }
    const [first] = digests;
    expect(digests).toEqual([first, first, first]);
  });
});
