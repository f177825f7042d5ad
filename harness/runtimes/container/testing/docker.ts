import { SetupError } from '../../../setup-error.ts';
import { openEngine } from '../engine.ts';

/**
 * Whether tests that need a container engine run: where none answers, a user's machine reports them by name as not run.
 * In CI they run all the same, and fail.
 */
export async function isDockerWanted(): Promise<boolean> {
  if (process.env['CI'] === 'true') return true;
  try {
    await openEngine();
    return true;
  } catch (error) {
    if (error instanceof SetupError) return false;
    throw error;
  }
}
