// `npm test`: the static checks, then all tests; with arguments, only the tests of the files that they name.
// The last line is `N passed, N failed`, as the test runner counted them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STATIC_CHECKS } from './static-checks.ts';
import { tallyOf, tallyText, type TestReport } from './tally.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command of a locked package on this Node; ends the process when it was interrupted. */
function succeeds(command: string, args: readonly string[]): boolean {
  const file = join(ROOT, 'node_modules/.bin', command);
  const { status, signal, error } = spawnSync(file, args, { cwd: ROOT, env: environment(), stdio: 'inherit' });
  if (error !== undefined) console.error(`${command} cannot be started: ${error.message}`);
  if (signal !== null) process.exit(130);
  return status === 0;
}

/** The commands are scripts that take the first `node` of PATH: it has to be this one. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}` };
}

const failures = STATIC_CHECKS.filter(({ name, command: [command, ...args], hint }) => {
  console.log(`${name}: ${command} ${args.join(' ')}`);
  if (succeeds(command, args)) return false;
  console.log(`${name} FAILED: ${hint}\n`);
  return true;
});

const folder = mkdtempSync(join(tmpdir(), 'lockstep-checks-'));
const reportFile = join(folder, 'report.json');
let ending: string;
try {
  const only = process.argv.slice(2);
  const passed = succeeds('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...only,
  ]);
  // Its shape is Vitest's, whose version is locked.
  const tally = tallyOf(JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport);
  if (failures.length > 0) console.log(`Failed before the tests: ${failures.map(({ name }) => name).join(', ')}`);
  if (!passed || tally.failed > 0 || failures.length > 0) process.exitCode = 1;
  ending = tallyText(tally);
} catch {
  process.exitCode = 1;
  ending = 'The test runner ended without a report.';
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(ending);
