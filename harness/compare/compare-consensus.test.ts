import { expect, test } from 'vitest';
import { sortValidators, validatorsHash } from '../../model/consensus/validator-set.ts';
import { compareConsensus } from './compare-consensus.ts';

const one = (digit: string, power: bigint) => ({ address: digit.repeat(40), pubKey: digit.repeat(64), power });
const sets = {
  lastSet: [one('a', 3n)],
  set: [one('a', 3n)],
  nextSet: sortValidators([one('a', 3n), one('b', 4n)]),
};
const second = {
  height: 2n,
  validatorsHash: validatorsHash(sets.set),
  nextValidatorsHash: validatorsHash(sets.nextSet),
  votes: [{ address: 'a'.repeat(40), power: 3n, signed: false }],
};

test('a block whose header and votes are of the sets that follow from the updates agrees', () => {
  expect(compareConsensus(second, sets)).toEqual([]);
});

test('the first block of a program that goes on from an export has no votes', () => {
  expect(compareConsensus({ ...second, votes: [] }, sets, 2n)).toEqual([]);
  expect(compareConsensus(second, sets, 2n)).toMatchObject([{ path: ['header', 'votes'] }]);
});

test.each([
  [{ validatorsHash: 'ab' }, 'validators hash'],
  [{ nextValidatorsHash: validatorsHash(sets.set) }, 'next validators hash'],
  [{ votes: [] }, 'votes'],
  [{ votes: [{ address: 'a'.repeat(40), power: 4n, signed: true }] }, 'votes'],
])('it differs with %o', (change, what) => {
  expect(compareConsensus({ ...second, ...change }, sets)).toMatchObject([
    { kind: 'consensus', path: ['header', what] },
  ]);
});
