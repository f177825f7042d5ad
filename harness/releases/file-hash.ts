import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Hex } from '../../specs/value.ts';
import { cacheFolder } from './cache-folder.ts';
import { makeOnce } from './staging.ts';

/**
 * The sha256 of a program's file. A file that has the inode, size and times of one hashed before is taken for the
 * same one: reading a hundred megabytes at each start would cost more than making the first blocks.
 */
export async function hashOf(file: string): Promise<Hex> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
  const stamp = createHash('sha256').update([file, dev, ino, size, mtimeNs, ctimeNs].join('\0')).digest('hex');
  const parent = join(cacheFolder(), 'hashes');
  const known = await readFile(join(parent, stamp, 'sha256'), 'utf8').catch(() => '');
  if (/^[0-9a-f]{64}$/.test(known)) return known;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  const sha256 = hash.digest('hex');
  await makeOnce(parent, stamp, (folder) => writeFile(join(folder, 'sha256'), sha256));
  return sha256;
}
