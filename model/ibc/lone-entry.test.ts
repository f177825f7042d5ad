import { expect, test } from 'vitest';
import { sha256 } from '../consensus/merkle.ts';
import { loneEntry } from './lone-entry.ts';

test('a state of one entry is a leaf of the IAVL tree in a leaf of the tree of stores', () => {
  const { leaves, root } = loneEntry('key', 'abcd');
  const inner = sha256(
    Buffer.concat([Buffer.of(0, 2, 2, 3), Buffer.from('key'), Buffer.of(32), sha256(Buffer.of(0xab, 0xcd))]),
  );
  expect(leaves.map(({ key }) => key.toString())).toEqual(['key', 'ibc']);
  expect(leaves[1]?.value).toEqual(inner);
  expect(root).toBe(
    sha256(Buffer.concat([Buffer.of(0, 3), Buffer.from('ibc'), Buffer.of(32), sha256(inner)])).toString('hex'),
  );
});

test('a key that is too long for a byte of length is refused', () => {
  expect(() => loneEntry('k'.repeat(128), 'ab')).toThrow('too long');
});
