// `node remove-run.ts RUN`: removes the containers of a run whose harness is ending and cannot wait for anything.
import { openEngine } from './engine.ts';
import { removeRun } from './removal.ts';

// The harness ends on Ctrl-C, which this process gets too.
process.on('SIGINT', () => undefined);
const [run] = process.argv.slice(2);
if (run !== undefined) await removeRun(await openEngine(), run);
