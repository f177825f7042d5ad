import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ChainKind } from '../../specs/chain-kind.ts';
import { FEATURES, type Feature, type Features } from '../../specs/feature.ts';
import type { Release } from '../../specs/generated/release.ts';
import schema from '../../specs/schemas/release.schema.json' with { type: 'json' };
import { SetupError } from '../setup-error.ts';

export type { Release };

/** Which of the programs of a release: that of which kind of chain. */
export type Role = ChainKind;

const FOLDER = new URL('../../specs/releases/', import.meta.url);

/** The names of the releases that can be tested, the newest first. */
export function releaseNames(): readonly string[] {
  const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []));
  return names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

/** The same without variants, whose programs are those of their version but for the consumer. */
export function plainReleaseNames(): readonly string[] {
  return releaseNames().filter((name) => readRelease(name).version === name);
}

/** Reads `specs/releases/<name>.json`. Throws a `SetupError` when there is none or when it breaks the schema. */
export function readRelease(name: string): Release {
  if (!releaseNames().includes(name)) {
    throw new SetupError(`There is no release ${name}`, `Choose one of ${releaseNames().join(', ')}.`);
  }
  return parseRelease(name, readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
}

const validate = new Ajv2020({ allErrors: true, strict: true }).compile<Release>(schema);

/** Checks the text of a release file against the schema and `FEATURES`. Throws a `SetupError` with place and rule. */
export function parseRelease(name: string, text: string): Release {
  const fail = (problem: string): SetupError =>
    new SetupError(
      `specs/releases/${name}.json: ${problem}`,
      'Mend the file; specs/schemas/release.schema.json is its schema.',
    );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw fail(error instanceof Error ? error.message : 'not JSON');
  }
  if (!validate(data)) {
    throw fail((validate.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message ?? e.keyword}`).join('; '));
  }
  if (data.name !== name) throw fail(`/name is ${data.name}, the file's name is ${name}`);
  for (const role of ['provider', 'consumer', 'sovereign'] as const) {
    const unknown = data.programs[role]?.features.find((feature) => !isFeature(feature));
    if (unknown !== undefined)
      throw fail(`/programs/${role}/features names ${unknown}, which is not in specs/feature.ts`);
  }
  return data;
}

/** The features of one program of a release. */
export function featuresOf(release: Release, role: Role): Features {
  return new Set((release.programs[role]?.features ?? []).filter(isFeature));
}

/** What the provider and the consumer of a release can do, taken together. */
export function featuresOfRelease(release: Release): Features {
  return featuresOf(release, 'provider').union(featuresOf(release, 'consumer'));
}

function isFeature(name: string): name is Feature {
  return Object.hasOwn(FEATURES, name);
}
