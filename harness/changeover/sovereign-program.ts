import { buildRelease } from '../releases/build-release.ts';
import { defaultGenesisOf } from '../releases/inspect.ts';
import type { Program } from '../releases/program.ts';
import { featuresOf, readRelease, releaseNames } from '../releases/release.ts';

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
