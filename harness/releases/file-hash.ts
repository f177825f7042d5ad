import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Hex } from '../../specs/value.ts';
import { cacheFolder } from './cache-folder.ts';
import { replaceFile } from './staging.ts';

/**
 * The sha256 of a program's file. A file that has the inode, size and times of one hashed before is taken for the
 * same one: reading a hundred megabytes at each start would cost more than making the first blocks.
 */
export async function hashOf(file: string): Promise<Hex> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
  const stamp = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  const record = join(cacheFolder(), 'hashes', createHash('sha256').update(file).digest('hex'));
  const [known, sameFile] = (await readFile(record, 'utf8').catch(() => '')).split('\n');
  if (sameFile === stamp && known !== undefined) return known;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  const sha256 = hash.digest('hex');
  await replaceFile(record, `${sha256}\n${stamp}`);
  return sha256;
}
