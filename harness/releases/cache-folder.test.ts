import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

test('the cache is where the user wants it', () => {
  expect(cacheFolder({ LOCKSTEP_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
  expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe('/b/lockstep');
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toBe(join(homedir(), '.cache', 'lockstep'));
  expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'lockstep'));
});
