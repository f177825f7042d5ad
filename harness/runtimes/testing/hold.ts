// Starts the program of a release, tells its folder, and does nothing more: for tests that end a harness from outside.
import { dirname } from 'node:path';
import { loadRelease } from '../../releases/load-release.ts';
import { processRuntime } from '../process.ts';

const [release = '', ending = '', runtime = 'process'] = process.argv.slice(2);
const { provider } = await loadRelease(release);
const where =
  runtime === 'process'
    ? processRuntime
    : await (await import('../container/container.ts')).openContainerRuntime([provider]);
const { socket } = await where.launch({ program: provider, chainId: 'provider' });
console.log(dirname(socket));
if (ending === 'throw') throw new Error('on purpose');
if (ending === 'exit') process.exit(0);
setInterval(() => undefined, 60_000);
