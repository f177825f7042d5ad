import { loadRelease } from '../releases/load-release.ts';
import { releaseNames } from '../releases/release.ts';

/** Builds every release before the first test that needs one, so that no two tests build the same. */
export default async function buildReleases(): Promise<void> {
  for (const name of releaseNames()) await loadRelease(name);
}
