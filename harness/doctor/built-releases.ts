import { isBuilt } from '../releases/build-release.ts';
import { readRelease, releaseNames } from '../releases/release.ts';
import { SetupError } from '../setup-error.ts';
import type { CheckUp } from './check-up.ts';

/** Which releases are built. One that is not is no problem: it is built when it is first used. */
export async function checkUpOfReleases(env?: NodeJS.ProcessEnv): Promise<readonly CheckUp[]> {
  return Promise.all(
    releaseNames().map(async (release): Promise<CheckUp> => {
      const name = `release ${release}`;
      const hint = `It is built when it is first used, which takes minutes, or now with: lockstep build ${release}`;
      if (await isBuilt(readRelease(release), env).catch(notWithoutGo)) return { name, status: 'ok', text: 'built' };
      return { name, status: 'note', text: 'not built', hint };
    }),
  );
}

/** What is wrong with Go is said once, by its own check. */
function notWithoutGo(error: unknown): false {
  if (error instanceof SetupError) return false;
  throw error;
}
