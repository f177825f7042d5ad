import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where built programs and what was learnt of them are kept: `$LOCKSTEP_CACHE`, or `lockstep` in the user's
 * cache folder (`$XDG_CACHE_HOME`, which counts only when it is absolute, or `~/.cache`). It may be deleted any time.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['LOCKSTEP_CACHE']) return env['LOCKSTEP_CACHE'];
  const xdg = env['XDG_CACHE_HOME'];
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'lockstep');
}
