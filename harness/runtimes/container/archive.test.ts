import { expect, test } from 'vitest';
import { readArchive } from './archive.ts';

/** A member of a tar archive, as `docker cp` writes it. */
function member(type: string, content: string, link = ''): Buffer {
  const header = Buffer.alloc(512);
  header.write('name', 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  header.write(link, 157);
  const data = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  data.write(content);
  return Buffer.concat([header, data]);
}

const END = Buffer.alloc(1024);

test('a file is found behind its extended header', () => {
  const found = readArchive(Buffer.concat([member('x', '30 mtime=1\n'), member('0', 'program'), END]));
  expect(found).toEqual({ kind: 'file', content: Buffer.from('program') });
});

test('a symbolic link says where it leads', () => {
  expect(readArchive(Buffer.concat([member('2', '', '/bin/other'), END]))).toEqual({ kind: 'link', to: '/bin/other' });
});

test('a folder is neither', () => {
  expect(readArchive(Buffer.concat([member('5', ''), END]))).toBeUndefined();
  expect(readArchive(Buffer.alloc(0))).toBeUndefined();
});
