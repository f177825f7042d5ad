import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SetupError } from '../setup-error.ts';
import type { Release } from './release.ts';

/** What a release is built from: a Go module that requires exactly the modules of the release. */
export interface Lock {
  readonly goMod: string;
  readonly goSum: string;
  /** sha256 of both files. */
  readonly hash: string;
  /** The lowest version of Go that builds it, such as `1.24.0`. */
  readonly goVersion: string;
}

const FOLDER = new URL('./locks/', import.meta.url);

/** Reads `locks/<version>/go.mod` and `go.sum`. Throws a `SetupError` when one is missing or for another version. */
export function readLock(release: Release): Lock {
  const read = (file: string): string => {
    try {
      return readFileSync(new URL(`${release.version}/${file}`, FOLDER), 'utf8');
    } catch (error) {
      const hint = 'Add it as docs/extending.md shows for a new release.';
      throw new SetupError(`Release ${release.name} has no harness/releases/locks/${release.version}/${file}`, hint, {
        cause: error,
      });
    }
  };
  return parseLock(release, read('go.mod'), read('go.sum'));
}

/** Checks that a lock builds the release that it is for. Throws a `SetupError`. */
export function parseLock(release: Release, goMod: string, goSum: string): Lock {
  const goVersion = /^go (\d+\.\d+(?:\.\d+)?)$/m.exec(goMod)?.[1];
  const words = goMod.split('\n').map((line) =>
    line
      .trim()
      .split(/\s+/)
      .filter((word) => word !== 'require'),
  );
  const required = words.some(([module, version]) => module === release.module && version === release.version);
  if (goVersion === undefined || !required) {
    const problem =
      goVersion === undefined ? 'has no go line' : `does not require ${release.module} ${release.version}`;
    throw new SetupError(`The go.mod of release ${release.name} ${problem}`, 'Mend the lock with "go mod tidy".');
  }
  const hash = createHash('sha256').update(goMod).update('\0').update(goSum).digest('hex');
  return { goMod, goSum, hash, goVersion };
}
