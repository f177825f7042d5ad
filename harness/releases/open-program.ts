import { constants } from 'node:fs';
import { access, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openCodec } from '../codec/open-codec.ts';
import { SetupError } from '../setup-error.ts';
import { cacheFolder } from './cache-folder.ts';
import { hashOf } from './file-hash.ts';
import { inspect, type Inspection } from './inspect.ts';
import type { Program } from './program.ts';
import { featuresOf, type Release, type Role } from './release.ts';
import { makeOnce } from './staging.ts';

/** The module whose genesis tells the programs apart; the one of a chain that lives on its own has neither. */
const MODULE = { provider: 'provider', consumer: 'ccvconsumer' } as const;
/** Part of the cache's path: raise it when `Inspection` or how it is made changes. */
const FORMAT = 'v2';
const RESULT = 'inspection.json';

/**
 * Opens a program by the path of its executable; `release` says which features it has.
 * Throws a `SetupError` when there is none, when it cannot be run, or when it is not a program of that role.
 */
export async function openProgram(path: string, role: Role, release: Release): Promise<Program> {
  const file = await findExecutable(path);
  const sha256 = await hashOf(file);
  const { schema, buildInfo, defaultGenesis } = await inspection(file, sha256);
  checkRole(path, role, defaultGenesis);
  return {
    role,
    path: file,
    sha256,
    release: release.name,
    features: featuresOf(release, role),
    codec: openCodec(schema),
    schema,
    buildInfo,
    appName: basename(buildInfo.main),
    envPrefix: basename(file).toUpperCase().replaceAll(/[-.]/g, '_'),
    defaultGenesis: deepFreeze(defaultGenesis),
  };
}

async function findExecutable(path: string): Promise<string> {
  const file = await realpath(path).catch(() => undefined);
  if (file === undefined) throw new SetupError(`There is no program ${path}`, 'Check the path, or build the program.');
  if (!(await stat(file)).isFile())
    throw new SetupError(`${path} is not a file`, 'Give the path of the program itself.');
  await access(file, constants.X_OK).catch((error: unknown) => {
    throw new SetupError(`${path} is not executable`, `Run: chmod +x ${path}`, { cause: error });
  });
  return file;
}

async function inspection(path: string, sha256: string): Promise<Inspection> {
  const parent = join(cacheFolder(), 'programs');
  const name = `${sha256}-${FORMAT}`;
  const known = await readJson(join(parent, name, RESULT));
  if (known !== undefined) return known;
  const found = await inspect(path, await readFile(path));
  // What is there and cannot be read is of no use to anybody.
  await rm(join(parent, name), { recursive: true, force: true });
  await makeOnce(parent, name, (folder) => writeFile(join(folder, RESULT), JSON.stringify(found)));
  return found;
}

async function readJson(file: string): Promise<Inspection | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function checkRole(path: string, role: Role, genesis: Inspection['defaultGenesis']): void {
  // Nobody gives the path of one: it is built with the release.
  if (role === 'sovereign' || Object.hasOwn(genesis, MODULE[role])) return;
  const other = role === 'provider' ? 'consumer' : 'provider';
  const problem = Object.hasOwn(genesis, MODULE[other]) ? `a ${other}` : 'neither provider nor consumer';
  const hint = `Give a program with the ${MODULE[role]} module, such as interchain-security-${role[0]}d.`;
  throw new SetupError(`${path} is not a ${role}: it is ${problem}`, hint);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
