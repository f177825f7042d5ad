import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from '../codec/build-schema.ts';
import { scanDescriptors } from '../codec/scan.ts';
import type { Schema } from '../codec/schema.ts';
import { fileError, SetupError } from '../setup-error.ts';
import { readBuildInfo, type BuildInfo } from './build-info.ts';
import { runCommand } from './run-command.ts';

/** All that a program says about itself; plain data, kept in the cache. */
export interface Inspection {
  readonly schema: Schema;
  readonly buildInfo: BuildInfo;
  readonly defaultGenesis: Readonly<Record<string, unknown>>;
}

const ELF = Buffer.from('\x7fELF', 'latin1');
const REBUILD = 'Give the path of interchain-security-pd or -cd as "go build" makes it for this machine.';

/**
 * Reads a program's descriptors and build information and runs its `init` command once.
 * Throws a `SetupError` when it is not a program of Interchain Security or does not run here.
 */
export async function inspect(path: string, file: Buffer): Promise<Inspection> {
  if (!file.subarray(0, ELF.length).equals(ELF)) {
    throw new SetupError(`${path} is not a Linux program (ELF)`, REBUILD);
  }
  const schema = buildSchema(scanDescriptors(file));
  const buildInfo = readBuildInfo(file);
  const ccv = Object.keys(schema.services).some((name) => name.startsWith('interchain_security.ccv.'));
  if (!ccv || buildInfo === undefined) {
    throw new SetupError(`${path} is not a program of Interchain Security: it has no CCV messages`, REBUILD);
  }
  return { schema, buildInfo, defaultGenesis: await defaultGenesisOf(path) };
}

/** Runs the `init` command of a program once, with a folder that is its home too. Throws a `SetupError` when it fails. */
export async function defaultGenesisOf(path: string): Promise<Inspection['defaultGenesis']> {
  const home = await mkdtemp(join(tmpdir(), 'lockstep-init-'));
  try {
    const args = ['init', 'lockstep', '--chain-id', 'lockstep', '--home', home];
    const result = await runCommand(path, args, { cwd: home, env: { ...process.env, HOME: home } });
    if (result.status !== 0) {
      const tail = result.lastLines.join('\n');
      throw new SetupError(`${path} init failed (it ended with ${result.status}):\n${tail}`, REBUILD);
    }
    const genesis: unknown = JSON.parse(await readFile(join(home, 'config', 'genesis.json'), 'utf8'));
    if (!hasAppState(genesis)) throw new SetupError(`${path} init wrote a genesis without app_state`, REBUILD);
    return genesis.app_state;
  } catch (error) {
    const known = fileError(error, home);
    if (known instanceof SetupError) throw known;
    const problem = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${path} cannot be run: ${problem}`, REBUILD, { cause: error });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function hasAppState(genesis: unknown): genesis is { readonly app_state: Readonly<Record<string, unknown>> } {
  if (typeof genesis !== 'object' || genesis === null || !('app_state' in genesis)) return false;
  return typeof genesis.app_state === 'object' && genesis.app_state !== null;
}
