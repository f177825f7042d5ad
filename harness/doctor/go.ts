import { findGo, isOlder } from '../releases/go-tool.ts';
import { readLock } from '../releases/lock.ts';
import { readRelease, releaseNames } from '../releases/release.ts';
import { SetupError } from '../setup-error.ts';
import type { CheckUp } from './check-up.ts';

/** Whether there is a Go that builds all releases. */
export async function checkUpOfGo(env?: NodeJS.ProcessEnv): Promise<CheckUp> {
  const wanted = releaseNames().map((name) => readLock(readRelease(name)).goVersion);
  const needed = wanted.reduce((highest, version) => (isOlder(highest, version) ? version : highest));
  try {
    const { version } = await findGo(needed, env);
    return { name: 'Go', status: 'ok', text: `${version} (${needed} or newer is needed)` };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { name: 'Go', status: 'problem', text: error.message, hint: error.hint };
  }
}
