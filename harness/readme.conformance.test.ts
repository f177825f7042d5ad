import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The lines of every code block that is marked `sh`. */
const commands = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trim().split('\n'));
/** Started by hand only: each of them runs these tests, or what they test, for minutes. */
const SCRIPTS: Readonly<Record<string, string>> = { 'npm start': 'start', 'npm test': 'test' };

/** A release may have to be built first. */
const TIMEOUT = 20 * 60_000;

describe('the README', () => {
  test('shows commands', () => {
    expect(commands.length).toBeGreaterThan(5);
  });

  test.each(Object.entries(SCRIPTS))('shows %s, which is there', (command, script) => {
    expect(commands).toContain(command);
    expect(Object.keys(packageJson.scripts)).toContain(script);
  });

  test.each(commands.filter((command) => !(command in SCRIPTS)))(
    '%s',
    (command) => {
      const env = { ...process.env, PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) };
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: ROOT, env, encoding: 'utf8' });
      expect(status, `${stdout}\n${stderr}`).toBe(0);
      expect(stdout).not.toBe('');
    },
    TIMEOUT,
  );
});
