import { expect, test } from 'vitest';
import { withLength } from '../../codec/with-length.ts';
import { readFrames } from './frame.ts';

const messages = [0, 1, 127, 128, 300, 20_000].map((size) => Buffer.alloc(size, size % 251));
const stream = Buffer.concat(messages.map(withLength));

test.each([1, 2, 3, 7, 129, 4096, stream.length])('messages come whole out of pieces of %i bytes', (size) => {
  const read: Buffer[] = [];
  const take = readFrames((message) => read.push(Buffer.from(message)));
  for (let at = 0; at < stream.length; at += size) take(stream.subarray(at, at + size));
  expect(read).toEqual(messages);
});

test('a message that is cut off is held back', () => {
  const read: Buffer[] = [];
  const take = readFrames((message) => read.push(message));
  take(withLength(Buffer.from('whole')).subarray(0, -1));
  expect(read).toEqual([]);
});

test('the length of a message is an unsigned varint', () => {
  expect(withLength(Buffer.alloc(300)).subarray(0, 2).toString('hex')).toBe('ac02');
});
