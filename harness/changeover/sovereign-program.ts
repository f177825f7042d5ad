import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRelease } from '../releases/build-release.ts';
import type { Program } from '../releases/program.ts';
import { featuresOf, readRelease, releaseNames } from '../releases/release.ts';
import { runCommand } from '../releases/run-command.ts';

const PACKAGE = 'cmd/interchain-security-sd';

/** The releases whose consumer a chain that lives on its own can change over to: it has a staking module already. */
export function changeoverReleases(): readonly string[] {
  return releaseNames().filter((name) => featuresOf(readRelease(name), 'consumer').has('democracy'));
}

/** Builds the program of a chain that lives on its own, of the version of a release; returns its path. */
export async function buildSovereign(releaseName: string): Promise<string> {
  const release = readRelease(releaseName);
  const program = { package: PACKAGE, features: [] };
  const { consumer } = await buildRelease({
    ...release,
    name: `${release.version}-sovereign`,
    programs: { provider: program, consumer: program },
  });
  return consumer;
}

/** Builds and opens it. It speaks as `consumer` does, the program that its chain changes over to. */
export async function openSovereign(releaseName: string, consumer: Program): Promise<Program> {
  const path = await buildSovereign(releaseName);
  return {
    ...consumer,
    path,
    appName: 'interchain-security-sd',
    envPrefix: 'INTERCHAIN_SECURITY_SD',
    defaultGenesis: await defaultGenesisOf(path),
  };
}

async function defaultGenesisOf(path: string): Promise<Program['defaultGenesis']> {
  const home = await mkdtemp(join(tmpdir(), 'lockstep-init-'));
  try {
    const args = ['init', 'lockstep', '--chain-id', 'lockstep', '--home', home];
    const { status } = await runCommand(path, args, { cwd: home, env: { ...process.env, HOME: home } });
    if (status !== 0) throw new Error(`${path} init ended with ${status}`);
    const file: unknown = JSON.parse(await readFile(join(home, 'config', 'genesis.json'), 'utf8'));
    return (file as { readonly app_state: Program['defaultGenesis'] }).app_state;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
