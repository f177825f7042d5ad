import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess } from '../cli/testing/in-process.ts';
import { loadRelease } from '../releases/load-release.ts';
import { lockstep, ROOT, type CommandOptions } from './testing/command.ts';
import { fakeGo } from './testing/fake-go.ts';
import { canMount, smallDisk } from './testing/small-disk.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const OPENING = join(ROOT, 'traces/corpus/opening.json');

let provider: string;
let consumer: string;
beforeAll(async () => {
  const release = await loadRelease('v7.0.1');
  provider = release.provider.path;
  consumer = release.consumer.path;
});

/** What a command is that was refused: nothing on standard output, no stack, and all words said. */
const REFUSED = { status: 3, out: '', stack: false, missing: [] };

/** Runs a command that is expected to be refused with these words. */
async function refusal(words: readonly string[], args: readonly string[], options?: CommandOptions) {
  const { status, out, err } = await (options === undefined ? inProcess(args) : lockstep(args, options));
  const missing = words.filter((word) => !err.includes(word)).map((word) => `${word} in: ${err}`);
  return { status, out, stack: /^\s+at /mu.test(err), missing };
}

function traceFile(text: string): string {
  const file = join(temporaryFolder(), 'trace.json');
  writeFileSync(file, text);
  return file;
}

describe('a set-up that cannot work is refused with what to do', () => {
  test('no Go on PATH', async () =>
    expect(
      await refusal(['no Go on PATH', 'Install Go'], ['run'], {
        env: { PATH: temporaryFolder(), LOCKSTEP_CACHE: temporaryFolder() },
      }),
    ).toEqual(REFUSED));

  test('a Go that is too old', async () =>
    expect(
      await refusal(['Go 1.20.3 is too old', 'Install Go 1.24'], ['run'], {
        env: { PATH: `${fakeGo({ version: '1.20.3' })}:${process.env['PATH']}`, LOCKSTEP_CACHE: temporaryFolder() },
      }),
    ).toEqual(REFUSED));

  test('a build that fails, with the last lines of Go', async () => {
    const cache = temporaryFolder();
    const bin = fakeGo({ version: '99.0.0', otherwise: 'echo "x.go:1: undefined: y" >&2; exit 1' });
    const env = { PATH: `${bin}:${process.env['PATH']}`, LOCKSTEP_CACHE: cache };
    expect(await refusal(['Building release v7.0.1 failed', 'undefined: y'], ['run'], { env })).toEqual(REFUSED);
    expect(readdirSync(join(cache, 'releases'))).toEqual([]);
  });

  test('a program that is not executable', async () => {
    const file = join(temporaryFolder(), 'interchain-security-pd');
    writeFileSync(file, '\x7fELF', { mode: 0o644 });
    expect(await refusal(['is not executable', `chmod +x ${file}`], ['run', '--provider-bin', file])).toEqual(REFUSED);
  });

  test('a program that is no ICS program', async () =>
    expect(
      await refusal(
        ['not a program of Interchain Security', 'interchain-security-pd'],
        ['run', '--provider-bin', '/bin/sh'],
      ),
    ).toEqual(REFUSED));

  test('a script', async () => {
    const file = join(temporaryFolder(), 'interchain-security-pd');
    writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 });
    expect(await refusal(['not a Linux program (ELF)'], ['run', '--provider-bin', file])).toEqual(REFUSED);
  });

  test('a consumer in the place of a provider, and the reverse', async () => {
    expect(await refusal(['is not a provider: it is a consumer'], ['run', '--provider-bin', consumer])).toEqual(
      REFUSED,
    );
    expect(
      await refusal(
        ['is not a provider of v6.4.1: it is made of interchain-security/v7 v7.0.1', '--force'],
        ['run', '--provider-bin', provider, '--release', 'v6.4.1'],
      ),
    ).toEqual(REFUSED);
    expect(await refusal(['is not a consumer: it is a provider'], ['run', '--consumer-bin', provider])).toEqual(
      REFUSED,
    );
  });

  test('a release that is not known', async () =>
    expect(
      await refusal(['There is no release v0.0.1', 'Choose one of v7.0.1'], ['run', '--release', 'v0.0.1']),
    ).toEqual(REFUSED));
});

describe('a bad value of an option is refused with the range', () => {
  test.each([
    ['--seed', '-1'],
    ['--seed', '4294967296'],
    ['--workers', '0'],
    ['--time', '1.5'],
    ['--traces', 'all'],
    ['--steps', ''],
  ])('%s %j', async (option, value) =>
    expect(await refusal([`'${option} <`, 'It must be a whole number from'], ['run', `${option}=${value}`])).toEqual(
      REFUSED,
    ),
  );
});

describe('a trace that cannot be used is refused with file, place and rule', () => {
  test('it is not there', async () =>
    expect(await refusal(['absent.json: cannot be read', 'path'], ['replay', 'absent.json'])).toEqual(REFUSED));

  test('it is a folder', async () =>
    expect(await refusal(['traces: cannot be read'], ['replay', 'traces'])).toEqual(REFUSED));

  test('it is not JSON', async () => {
    const file = traceFile('{\n  "lockstep": 1,\n  "actions": [,]\n}');
    expect(await refusal([`${file}: is not JSON from line 3, column 15`], ['replay', file])).toEqual(REFUSED);
  });

  test('it breaks the schema', async () => {
    const file = traceFile('{"lockstep":1,"actions":[{"kind":"opt-in","validator":"v0","consumer":7}]}');
    expect(
      await refusal([`${file} at /actions/0/consumer: must be string`, 'trace.schema.json'], ['replay', file]),
    ).toEqual(REFUSED);
    expect(await refusal([`${file} at /actions/0/consumer: must be string`], ['shrink', file])).toEqual(REFUSED);
  });

  test('it needs a feature that the release lacks', async () => {
    const file = traceFile('{"lockstep":1,"requires":["ibc-channel-upgrades"],"actions":[]}');
    const words = [`${file} at /requires/0: missing feature: v7.0.1 has no ibc-channel-upgrades`, 'lockstep releases'];
    expect(await refusal(words, ['replay', file])).toEqual(REFUSED);
  });

  test('it conforms, and so has no core', async () =>
    expect(
      await refusal(['conforms: there is nothing to minimize', 'Minimize a trace that diverges'], ['shrink', OPENING]),
    ).toEqual(REFUSED));
});

describe('results that cannot be written are an error', () => {
  test.each([
    ['a file', 'package.json'],
    ['a file in the way', 'package.json/results'],
    ['a place where nothing can be made', '/proc/results'],
  ])('%s', async (_, out) => {
    expect(await refusal([`Cannot write to ${out}`, '--out'], ['run', '--time', '5', '--out', out])).toEqual(REFUSED);
    expect(await refusal([`Cannot write to ${out}`, '--out'], ['replay', OPENING, '--out', out])).toEqual(REFUSED);
  });

  test.skipIf(!canMount())('a full disk', async () => {
    const out = join(smallDisk('4k'), 'results');
    const { status, err } = await lockstep(['replay', OPENING, '--out', out, '--json']);
    expect(err).toContain(`The disk is full: cannot write to ${out}\n  Free some space and try again.`);
    expect(err, 'what was found is told all the same').toContain('conforms');
    expect(status).toBe(3);
  });
});

test('an error of the harness itself is no verdict: it says so with its stack and ends with 2', async () => {
  // Half of a program's inspection in the cache is nothing that a user could have done.
  const cache = temporaryFolder();
  const programs = join(cache, 'programs');
  mkdirSync(programs);
  const file = join(temporaryFolder(), 'interchain-security-pd');
  copyFileSync(provider, file);
  const { sha256 } = (await loadRelease('v7.0.1')).provider;
  mkdirSync(join(programs, `${sha256}-v2`));
  writeFileSync(join(programs, `${sha256}-v2`, 'inspection.json'), '{}');
  const { status, err } = await lockstep(['run', '--provider-bin', file], { env: { LOCKSTEP_CACHE: cache } });
  expect(err).toContain('an error in Lockstep itself; it says nothing about the release');
  expect(status).toBe(2);
});
