// Runs on any Node from 20 on: installs the locked packages if they are missing (a newer Node among them, which runs
// TypeScript directly), then hands over to the campaign.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

if (!existsSync(new URL('node_modules/.package-lock.json', import.meta.url))) {
  console.error('Installing the locked packages …');
  const install = spawnSync(npm, ['ci', '--no-progress'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (install.status !== 0) {
    console.error('npm ci failed. Read its message above, mend what it names, and start again.');
    process.exit(3);
  }
}
const run = spawnSync(npm, ['run', '-s', 'lockstep', '--', 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(run.status ?? 2);
